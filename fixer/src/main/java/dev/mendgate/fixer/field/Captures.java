package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;

/** Whether an expression may stand in a lambda instead of where it stands now. */
public final class Captures {
  private Captures() {}

  /**
   * Returns whether an expression changes nothing itself and names only fields and variables that
   * are never assigned again. Checked exceptions of what it calls are not looked at.
   */
  public static boolean mayMoveIntoLambda(Expression expression) {
    return expression.findFirst(AssignExpr.class).isEmpty()
        && expression.findFirst(UnaryExpr.class, Captures::assigns).isEmpty()
        && expression.findAll(NameExpr.class).stream().allMatch(Captures::isStable);
  }

  private static boolean isStable(NameExpr name) {
    return Scopes.declaration(name.getNameAsString(), name)
        .map(declaration -> Field.at(declaration).isPresent() || isEffectivelyFinal(declaration))
        .orElse(true);
  }

  private static boolean isEffectivelyFinal(Node declaration) {
    boolean hasValue =
        declaration instanceof Parameter
            || (declaration instanceof VariableDeclarator variable
                && (variable.getInitializer().isPresent() || isLoopVariable(variable)));
    return hasValue
        && declaration
            .findAncestor(BodyDeclaration.class)
            .filter(body -> !isAssigned(declaration, (BodyDeclaration<?>) body))
            .isPresent();
  }

  private static boolean isLoopVariable(VariableDeclarator variable) {
    return variable
        .findAncestor(ForEachStmt.class)
        .filter(loop -> loop.getVariable().isAncestorOf(variable))
        .isPresent();
  }

  private static boolean isAssigned(Node declaration, BodyDeclaration<?> body) {
    return body.findAll(NameExpr.class).stream()
        .filter(Captures::isWritten)
        .anyMatch(
            name ->
                Scopes.declaration(name.getNameAsString(), name)
                    .filter(found -> found == declaration)
                    .isPresent());
  }

  private static boolean isWritten(NameExpr name) {
    Node parent = name.getParentNode().orElse(null);
    return (parent instanceof AssignExpr assign && assign.getTarget() == name)
        || (parent instanceof UnaryExpr unary && assigns(unary));
  }

  private static boolean assigns(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
