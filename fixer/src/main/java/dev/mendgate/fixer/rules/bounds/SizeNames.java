package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.List;

/** Finds the local names that a method gives to a size. */
public final class SizeNames {
  private SizeNames() {}

  /** Returns locals visible at a node that were set to this expression and never changed. */
  public static List<String> of(Node at, String size) {
    return Enclosing.boundary(at).stream()
        .flatMap(body -> body.findAll(VariableDeclarator.class).stream())
        .filter(local -> local.getInitializer().filter(v -> v.toString().equals(size)).isPresent())
        .filter(
            local ->
                Declarations.find(local.getNameAsString(), at)
                    .filter(found -> found.node() == local)
                    .isPresent())
        .map(VariableDeclarator::getNameAsString)
        .filter(name -> !isChanged(name, Enclosing.boundary(at).orElseThrow()))
        .toList();
  }

  /** Whether a variable of this name is assigned, incremented or decremented within a node. */
  public static boolean isChanged(String name, Node within) {
    return within
            .findFirst(AssignExpr.class, found -> found.getTarget().toString().equals(name))
            .isPresent()
        || within
            .findFirst(
                UnaryExpr.class,
                found ->
                    (found.isPrefix() || found.isPostfix())
                        && changes(found.getOperator())
                        && found.getExpression().toString().equals(name))
            .isPresent();
  }

  private static boolean changes(UnaryExpr.Operator operator) {
    return switch (operator) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
