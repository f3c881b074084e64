package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTraversableScope;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rules out references that the code before could not have passed, had they been null. */
final class KnownObjects {
  private static final double PASSED_BEFORE = 0.85;

  private KnownObjects() {}

  /**
   * Returns how far a reference can still be null where it stands: 0 where a statement that always
   * runs before used it as an object, more where others can have set it since, less than 1 where it
   * was handed on before, else 1.
   */
  static double doubt(Expression subject) {
    if (!subject.isNameExpr() && !subject.isFieldAccessExpr()) {
      return 1;
    }
    double doubt = 1;
    for (Statement before : before(subject)) {
      if (assigns(before, subject)) {
        doubt = 1;
      } else if (isSimple(before) && uses(before, subject)) {
        doubt = subject.isNameExpr() && isLocal(subject) ? 0 : 0.5;
      } else if (doubt > 0 && isSimple(before) && passes(before, subject)) {
        doubt = PASSED_BEFORE;
      }
    }
    return doubt;
  }

  /** Statements that run before the subject's own, in their order, those of outer blocks first. */
  private static List<Statement> before(Expression subject) {
    List<Statement> all = new ArrayList<>();
    Node boundary = Enclosing.boundary(subject).orElse(null);
    Node child = subject;
    while (child != boundary && child.getParentNode().isPresent()) {
      Node parent = child.getParentNode().get();
      if (parent instanceof BlockStmt block) {
        Node last = child;
        all.addAll(0, block.getStatements().stream().takeWhile(found -> found != last).toList());
      }
      child = parent;
    }
    return all;
  }

  private static boolean isLocal(Expression subject) {
    return Declarations.find(subject.asNameExpr().getNameAsString(), subject)
        .filter(found -> found.kind() != Declarations.Kind.FIELD)
        .isPresent();
  }

  private static boolean isSimple(Statement statement) {
    return statement.isExpressionStmt();
  }

  private static boolean uses(Statement statement, Expression subject) {
    return statement
        .findFirst(
            Expression.class,
            found -> found.equals(subject) && isScope(found) && alwaysRuns(found, statement))
        .isPresent();
  }

  private static boolean passes(Statement statement, Expression subject) {
    return statement
        .findFirst(
            MethodCallExpr.class,
            call -> call.getArguments().stream().anyMatch(found -> found.equals(subject)))
        .isPresent();
  }

  private static boolean isScope(Expression found) {
    return found.getParentNode().orElse(null) instanceof NodeWithTraversableScope scoped
        && scoped.traverseScope().filter(scope -> scope == found).isPresent();
  }

  private static boolean alwaysRuns(Expression found, Statement statement) {
    Node child = found;
    while (child != statement) {
      Node parent = child.getParentNode().orElseThrow();
      boolean skipped =
          parent instanceof LambdaExpr
              || (parent instanceof ConditionalExpr either && either.getCondition() != child)
              || (parent instanceof BinaryExpr binary && binary.getRight() == child);
      if (skipped) {
        return false;
      }
      child = parent;
    }
    return true;
  }

  private static boolean assigns(Statement statement, Expression subject) {
    return statement
        .findFirst(AssignExpr.class, found -> found.getTarget().equals(subject))
        .isPresent();
  }
}
