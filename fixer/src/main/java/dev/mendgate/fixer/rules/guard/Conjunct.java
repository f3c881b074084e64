package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the safe condition before the failing part of a condition. */
final class Conjunct {
  private static final Set<String> ABSENCE = Set.of("isEmpty", "isBlank", "isNull");

  private Conjunct() {}

  /** Returns drafts that make the condition false, or true, in the unsafe case. */
  static List<Draft> of(Hazard hazard) {
    Optional<Expression> condition = condition(hazard);
    if (condition.isEmpty() || !hazard.isRepeatable()) {
      return List.of();
    }
    Expression found = condition.get();
    boolean absence = meansAbsence(found) || refuses(found, hazard);
    boolean loop = isLoopCondition(found);
    Draft no =
        draft(hazard, found, true, absence ? 0.45 : loop ? 0.78 : 0.67)
            .scaled(LaterUses.factor(hazard, guarded(found)));
    Draft yes =
        draft(hazard, found, false, absence ? 0.67 : 0.45)
            .scaled(LaterUses.factor(hazard, Enclosing.outermost(found)));
    return loop ? List.of(no) : absence ? List.of(yes, no) : List.of(no, yes);
  }

  /** What runs only where the condition is true cannot fail either. */
  private static Node guarded(Expression condition) {
    Expression whole = Enclosing.outermost(condition);
    return whole.getParentNode().orElse(whole) instanceof IfStmt check
        ? check.getThenStmt()
        : whole;
  }

  /** Returns the smallest condition that holds the failing part. */
  static Optional<Expression> condition(Hazard hazard) {
    if (!(hazard.use() instanceof Expression start)) {
      return Optional.empty();
    }
    Expression at = start;
    while (!isConditionHere(at, hazard)) {
      Node parent = at.getParentNode().orElse(null);
      if (!(parent instanceof Expression outer) || outer instanceof LambdaExpr) {
        return Optional.empty();
      }
      at = outer;
    }
    while (at.getParentNode().orElse(null) instanceof UnaryExpr not && isNot(not)) {
      at = not;
    }
    return Optional.of(at);
  }

  private static boolean isConditionHere(Expression at, Hazard hazard) {
    if (ExpressionTypes.isCondition(at)) {
      return true;
    }
    Node parent = at.getParentNode().orElse(null);
    if (parent instanceof BinaryExpr binary) {
      return isLogical(binary);
    }
    if (parent instanceof UnaryExpr unary) {
      return isNot(unary);
    }
    if (parent instanceof ConditionalExpr either) {
      return either.getCondition() == at;
    }
    if (parent instanceof VariableDeclarator declarator) {
      return declarator.getTypeAsString().equals("boolean");
    }
    if (parent instanceof AssignExpr assignment) {
      return assignment.getValue() == at
          && hazard.types().of(assignment.getTarget()).filter("boolean"::equals).isPresent();
    }
    return isStatementCondition(parent, at);
  }

  private static boolean isStatementCondition(@Nullable Node parent, Expression at) {
    if (parent instanceof ReturnStmt found) {
      return Enclosing.callable(found)
          .filter(MethodDeclaration.class::isInstance)
          .filter(method -> ((MethodDeclaration) method).getTypeAsString().equals("boolean"))
          .isPresent();
    }
    return parent instanceof WhileStmt
        || parent instanceof DoStmt
        || (parent instanceof IfStmt check && check.getCondition() == at)
        || (parent instanceof ForStmt loop && loop.getCompare().filter(at::equals).isPresent());
  }

  private static Draft draft(Hazard hazard, Expression condition, boolean and, double confidence) {
    String guard = and ? hazard.safe() + " && " : hazard.unsafe() + " || ";
    boolean inner = condition instanceof BinaryExpr binary && isLogical(binary);
    Node parent = condition.getParentNode().orElse(null);
    boolean outer = parent instanceof BinaryExpr binary && needsParentheses(binary, and);
    int start = hazard.file().start(condition);
    int end = hazard.file().end(condition);
    String open = (outer ? "(" : "") + guard + (inner ? "(" : "");
    String close = (inner ? ")" : "") + (outer ? ")" : "");
    List<TextEdit> edits =
        close.isEmpty()
            ? List.of(new TextEdit(start, start, open))
            : List.of(new TextEdit(start, start, open), new TextEdit(end, end, close));
    return new Draft(
        "Check %s before the rest of the condition"
            .formatted(and ? hazard.safe() : hazard.unsafe()),
        "From now on the condition is %s in that case; in all others it is what it was."
            .formatted(and ? "false" : "true"),
        Risk.LOW,
        confidence,
        edits);
  }

  private static boolean needsParentheses(BinaryExpr parent, boolean and) {
    if (!isLogical(parent)) {
      return true;
    }
    boolean sameOperator = (parent.getOperator() == BinaryExpr.Operator.AND) == and;
    return !sameOperator && !and;
  }

  /** A test whose yes means that there is nothing. */
  private static boolean meansAbsence(Expression condition) {
    if (condition instanceof EnclosedExpr enclosed) {
      return meansAbsence(enclosed.getInner());
    }
    if (condition instanceof UnaryExpr not && isNot(not)) {
      return not.getExpression() instanceof MethodCallExpr call
          && call.getNameAsString().startsWith("equals");
    }
    if (condition instanceof BinaryExpr binary) {
      return binary.getOperator() == BinaryExpr.Operator.EQUALS
          && (binary.getRight().toString().equals("0") || binary.getRight().isNullLiteralExpr());
    }
    return condition instanceof MethodCallExpr call && ABSENCE.contains(call.getNameAsString());
  }

  /** A check that leaves where what is read is not what it should be. */
  private static boolean refuses(Expression condition, Hazard hazard) {
    boolean differs =
        condition instanceof BinaryExpr binary
            && binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    return differs
        && hazard.kind() == Hazard.Kind.BOUNDS
        && Enclosing.outermost(condition).getParentNode().orElse(null) instanceof IfStmt check
        && Conditions.endsAbruptly(check.getThenStmt());
  }

  private static boolean isLoopCondition(Expression condition) {
    Node parent = Enclosing.outermost(condition).getParentNode().orElse(null);
    return parent instanceof WhileStmt || parent instanceof ForStmt || parent instanceof DoStmt;
  }

  private static boolean isLogical(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  private static boolean isNot(UnaryExpr unary) {
    return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
  }
}
