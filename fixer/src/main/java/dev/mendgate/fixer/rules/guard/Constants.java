package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Locale;

/** Tells values that mean the same in every method. */
final class Constants {
  private Constants() {}

  /** Whether an expression is a literal, a constant, or an empty collection from the JDK. */
  static boolean isConstant(Expression expression) {
    if (expression.isLiteralExpr()) {
      return true;
    }
    if (expression instanceof UnaryExpr negative) {
      return negative.getExpression().isLiteralExpr();
    }
    if (expression instanceof NameExpr name) {
      return isUpperCase(name.getNameAsString());
    }
    if (expression instanceof FieldAccessExpr access) {
      return isUpperCase(access.getNameAsString());
    }
    return expression instanceof MethodCallExpr call
        && call.getArguments().isEmpty()
        && call.getNameAsString().startsWith("empty")
        && call.getScope().map(Expression::toString).filter(Constants::isLibrary).isPresent();
  }

  private static boolean isLibrary(String scope) {
    return scope.equals("Collections") || scope.equals("Optional");
  }

  private static boolean isUpperCase(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }
}
