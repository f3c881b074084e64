package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries what one variable may hold over statements. No message at all means that control does not
 * come there; whatever is not understood leads to a hole, never to a wrong text.
 */
final class Steps {
  private final MessageReader reader;
  private final VariableDeclarator variable;
  private final List<NameExpr> changes;

  Steps(MessageReader reader, VariableDeclarator variable, List<NameExpr> changes) {
    this.reader = reader;
    this.variable = variable;
    this.changes = changes;
  }

  /** Follows the variable from the block that declares it to a use inside that block. */
  List<Message> follow(Node block, NameExpr use, List<Message> start) {
    List<Message> now = start;
    Node parent = block;
    boolean declared = false;
    for (Node child : Flow.path(block, use)) {
      if (Flow.isUncertain(parent, child, this)) {
        now = MessageReader.UNKNOWN;
      }
      for (Statement statement : Flow.statements(parent)) {
        if (statement == child) {
          break;
        }
        if (parent != block || declared) {
          now = after(statement, now);
        }
        declared = declared || statement.isAncestorOf(variable);
      }
      parent = child;
    }
    return now;
  }

  /** Returns whether the variable may change inside the node. */
  boolean touches(Node node) {
    return changes.stream().anyMatch(change -> node == change || node.isAncestorOf(change));
  }

  private List<Message> after(Statement statement, List<Message> now) {
    if (now.isEmpty() && !touches(statement)) {
      return now;
    }
    if (leaves(statement)) {
      return List.of();
    }
    if (!touches(statement)) {
      return now;
    }
    if (statement instanceof BlockStmt block) {
      return afterAll(block.getStatements(), now);
    }
    if (statement instanceof SynchronizedStmt block) {
      return afterAll(block.getBody().getStatements(), now);
    }
    if (statement instanceof ExpressionStmt expression) {
      return after(expression.getExpression(), now);
    }
    if (statement instanceof IfStmt choice && !touches(choice.getCondition())) {
      List<Message> other = choice.getElseStmt().map(e -> after(e, now)).orElse(now);
      return Message.either(after(choice.getThenStmt(), now), other);
    }
    if (statement instanceof TryStmt tried) {
      return afterTry(tried, now);
    }
    return statement instanceof SwitchStmt choice && !touches(choice.getSelector())
        ? afterSwitch(choice, now)
        : grown(statement, now);
  }

  private static boolean leaves(Statement statement) {
    return statement instanceof ReturnStmt
        || statement instanceof ThrowStmt
        || statement instanceof BreakStmt
        || statement instanceof ContinueStmt
        || statement instanceof YieldStmt;
  }

  private List<Message> afterAll(List<Statement> statements, List<Message> start) {
    List<Message> now = start;
    for (Statement statement : statements) {
      now = after(statement, now);
    }
    return now;
  }

  private List<Message> afterTry(TryStmt tried, List<Message> start) {
    List<Message> now = afterAll(tried.getTryBlock().getStatements(), start);
    List<Message> thrown = touches(tried.getTryBlock()) ? MessageReader.UNKNOWN : start;
    for (CatchClause caught : tried.getCatchClauses()) {
      now = Message.either(now, afterAll(caught.getBody().getStatements(), thrown));
    }
    BlockStmt last = tried.getFinallyBlock().orElse(null);
    return last == null ? now : afterAll(last.getStatements(), now);
  }

  private List<Message> afterSwitch(SwitchStmt choice, List<Message> start) {
    List<Message> now = List.of();
    boolean complete = false;
    for (SwitchEntry entry : choice.getEntries()) {
      List<Statement> statements = entry.getStatements();
      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
        int last = statements.size() - 1;
        boolean ends = last >= 0 && leaves(statements.get(last));
        boolean label = last < 0;
        if (!label && !ends && entry != last(choice) || breaksInside(statements)) {
          return grown(choice, start);
        }
        if (last >= 0 && statements.get(last) instanceof BreakStmt) {
          statements = statements.subList(0, last);
        }
        if (label) {
          continue;
        }
      }
      now = Message.either(now, afterAll(statements, start));
      complete = complete || entry.isDefault() || entry.getLabels().isEmpty();
    }
    return complete ? now : Message.either(now, start);
  }

  private static SwitchEntry last(SwitchStmt choice) {
    return choice.getEntries().get(choice.getEntries().size() - 1);
  }

  private static boolean breaksInside(List<Statement> statements) {
    return statements.stream()
        .anyMatch(s -> !(s instanceof BreakStmt) && !s.findAll(BreakStmt.class).isEmpty());
  }

  private List<Message> after(Expression expression, List<Message> now) {
    if (expression instanceof AssignExpr assign
        && changes.contains(assign.getTarget())
        && !touches(assign.getValue())) {
      List<Message> value = valueWhile(now, assign.getValue());
      return switch (assign.getOperator()) {
        case ASSIGN -> value;
        case PLUS -> Message.join(now, value);
        default -> MessageReader.UNKNOWN;
      };
    }
    List<Expression> appended = appended(expression);
    if (appended == null || now.isEmpty()) {
      return grown(expression, now);
    }
    List<Message> joined = now;
    for (Expression operand : appended) {
      joined =
          Message.join(joined, touches(operand) ? MessageReader.UNKNOWN : reader.read(operand));
    }
    return joined;
  }

  private List<Message> valueWhile(List<Message> now, Expression value) {
    reader.hold(variable, now.isEmpty() ? MessageReader.UNKNOWN : now);
    try {
      return reader.read(value);
    } finally {
      reader.release(variable);
    }
  }

  /** Returns what a chain of {@code append} adds to the variable; null for other expressions. */
  private @Nullable List<Expression> appended(Expression expression) {
    List<Expression> operands = new ArrayList<>();
    Expression at = expression;
    while (at instanceof MethodCallExpr call
        && call.getNameAsString().equals("append")
        && call.getArguments().size() == 1) {
      operands.add(call.getArgument(0));
      at = call.getScope().orElse(call);
    }
    Collections.reverse(operands);
    return at instanceof NameExpr name && changes.contains(name) ? operands : null;
  }

  /** Returns what the variable may hold where the node does nothing but add to it. */
  private List<Message> grown(Node node, List<Message> now) {
    boolean onlyAdds =
        !now.isEmpty() && changes.stream().filter(c -> node.isAncestorOf(c)).allMatch(Steps::adds);
    return onlyAdds ? Message.join(now, MessageReader.UNKNOWN) : MessageReader.UNKNOWN;
  }

  private static boolean adds(NameExpr change) {
    Node parent = change.getParentNode().orElse(change);
    if (parent instanceof AssignExpr assign) {
      return assign.getTarget() == change && assign.getOperator() == AssignExpr.Operator.PLUS;
    }
    if (!(parent instanceof MethodCallExpr call)) {
      return false;
    }
    boolean argument = call.getArguments().contains(change);
    return argument || (call.getNameAsString().startsWith("append") && chainsAppend(call));
  }

  private static boolean chainsAppend(MethodCallExpr call) {
    Node at = call;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr outer
        && outer.getScope().orElse(null) == at) {
      if (!outer.getNameAsString().startsWith("append")) {
        return false;
      }
      at = outer;
    }
    return true;
  }
}
