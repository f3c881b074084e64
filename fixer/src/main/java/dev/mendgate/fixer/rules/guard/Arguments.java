package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.Optional;

/** Tells whether an argument is to blame for a hazard, or the object's own state. */
final class Arguments {
  private Arguments() {}

  /** Whether the hazard's subject is, or was computed from, a parameter of the method. */
  static boolean cause(Hazard hazard) {
    return Enclosing.callable(hazard.use())
        .filter(method -> stemsFromParameter(hazard.subject(), method, hazard))
        .isPresent();
  }

  private static boolean stemsFromParameter(
      Expression expression, CallableDeclaration<?> method, Hazard hazard) {
    for (NameExpr name : expression.findAll(NameExpr.class)) {
      Optional<Variable> variable = hazard.types().variable(name);
      boolean parameter =
          variable.filter(found -> found.kind() == Kind.PARAMETER).isPresent()
              && method.getParameterByName(name.getNameAsString()).isPresent();
      if (parameter) {
        return true;
      }
      boolean computed =
          variable
              .map(Variable::node)
              .filter(VariableDeclarator.class::isInstance)
              .filter(node -> variable.get().kind() == Kind.LOCAL)
              .flatMap(node -> ((VariableDeclarator) node).getInitializer())
              .filter(
                  value ->
                      value.findAll(NameExpr.class).stream()
                          .anyMatch(
                              found ->
                                  method.getParameterByName(found.getNameAsString()).isPresent()))
              .isPresent();
      if (computed) {
        return true;
      }
    }
    return false;
  }
}
