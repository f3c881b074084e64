package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.map.MapCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a method's own code makes sure that a map holds a key which it then looks up. */
final class Presence {
  private static final Set<String> PUTS = Set.of("put", "putAll", "putIfAbsent", "replace");

  private final Target target;
  private final GuardedPut checks;
  private final Removals removals;

  Presence(Target target) {
    this.target = target;
    this.checks = new GuardedPut(target);
    this.removals = new Removals(target);
  }

  /** Returns whether a lookup finds a value on every path, as long as there is one thread only. */
  boolean isCertainAt(MapCall lookup) {
    if (!target.field().isPrivate() || !Repeatable.is(lookup.key())) {
      return false;
    }
    Node child = lookup.call();
    while (!(child instanceof BodyDeclaration || child instanceof LambdaExpr)) {
      Node parent = child.getParentNode().orElse(null);
      if (parent == null) {
        return false;
      }
      Optional<Boolean> answer = answer(parent, child, lookup);
      if (answer.isPresent()) {
        return answer.get();
      }
      child = parent;
    }
    return false;
  }

  /** Returns what the code between a parent and its child decides; empty where nothing does. */
  private Optional<Boolean> answer(Node parent, Node child, MapCall lookup) {
    if (parent instanceof BlockStmt block && child instanceof Statement statement) {
      return before(statement, block.getStatements(), lookup);
    }
    if (parent instanceof IfStmt check && check.getCondition() != child) {
      boolean inThen = check.getThenStmt() == child;
      return checks
          .tested(check.getCondition(), !inThen)
          .filter(lookup::isSameEntry)
          .map(this::isTelling);
    }
    // A loop's later rounds see what its earlier ones have done.
    boolean loops = parent instanceof Statement && !(parent instanceof IfStmt);
    return loops && removals.undo(parent, lookup) ? Optional.of(false) : Optional.empty();
  }

  private Optional<Boolean> before(Statement child, List<Statement> all, MapCall lookup) {
    for (int i = indexOf(child, all) - 1; i >= 0; i--) {
      if (makesSure(all.get(i), lookup)) {
        return Optional.of(true);
      }
      if (removals.undo(all.get(i), lookup)) {
        return Optional.of(false);
      }
    }
    return Optional.empty();
  }

  private static int indexOf(Statement child, List<Statement> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == child) {
        return i;
      }
    }
    return 0;
  }

  private boolean makesSure(Statement statement, MapCall lookup) {
    if (statement instanceof ExpressionStmt line) {
      return puts(line, lookup);
    }
    if (!(statement instanceof IfStmt check) || check.getElseStmt().isPresent()) {
      return false;
    }
    Optional<MapCall> missing =
        checks.tested(check.getCondition(), true).filter(lookup::isSameEntry);
    List<Statement> body = GuardedPut.statements(check.getThenStmt());
    boolean settled =
        !body.isEmpty()
            && (leaves(body.get(body.size() - 1))
                || body.stream().anyMatch(line -> puts(line, lookup)));
    return settled && !removals.undo(check, lookup) && missing.filter(this::isTelling).isPresent();
  }

  private boolean puts(Statement statement, MapCall lookup) {
    return statement instanceof ExpressionStmt line
        && Stream.of("put", "putIfAbsent")
            .flatMap(name -> target.call(line.getExpression(), name, 2).stream())
            .filter(lookup::isSameEntry)
            .anyMatch(put -> isNeverNull(put.value()));
  }

  /** {@code containsKey} tells only that a value is there where null is never put. */
  private boolean isTelling(MapCall tested) {
    return tested.call().getNameAsString().equals("get")
        || target
            .calls()
            .filter(call -> PUTS.contains(call.getNameAsString()))
            .allMatch(
                call -> call.getArguments().size() > 1 && isNeverNull(call.getArguments().get(1)));
  }

  private boolean isNeverNull(Expression value) {
    boolean made =
        value.isObjectCreationExpr()
            || value.isArrayCreationExpr()
            || value.isBinaryExpr()
            || (value.isLiteralExpr() && !value.isNullLiteralExpr());
    return made
        || ExpressionTypes.of(target.context()).of(value).filter(Boxes::isPrimitive).isPresent();
  }

  private static boolean leaves(Statement last) {
    return last.isReturnStmt() || last.isThrowStmt() || last.isContinueStmt() || last.isBreakStmt();
  }
}
