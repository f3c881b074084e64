package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import java.util.Optional;

/** Tells which type the place wants that an expression stands in. */
public final class WantedType {
  private WantedType() {}

  /** Returns the source name of the type; empty where the place does not say. */
  public static Optional<String> of(Expression expression, ExpressionTypes types) {
    Node parent = expression.getParentNode().orElse(null);
    if (parent instanceof EnclosedExpr enclosed) {
      return of(enclosed, types);
    }
    if (parent instanceof CastExpr cast) {
      return Optional.of(cast.getTypeAsString());
    }
    if (parent instanceof VariableDeclarator declarator) {
      return Optional.of(declarator.getTypeAsString());
    }
    if (parent instanceof AssignExpr assignment && assignment.getValue() == expression) {
      return types.of(assignment.getTarget());
    }
    if (parent instanceof ReturnStmt) {
      return Enclosing.callable(parent)
          .filter(MethodDeclaration.class::isInstance)
          .map(method -> ((MethodDeclaration) method).getTypeAsString());
    }
    return Optional.empty();
  }
}
