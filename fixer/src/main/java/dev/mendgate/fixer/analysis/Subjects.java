package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.regex.Pattern;

/** Compares an expression with the way the JVM describes one. */
public final class Subjects {
  // Written where the class file has no variable names.
  private static final Pattern UNNAMED = Pattern.compile("<(local|parameter)\\d+>");

  private Subjects() {}

  /** Whether the JVM may have meant the expression when it wrote the description. */
  public static boolean describes(String description, Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return describes(description, enclosed.getInner());
    }
    if (expression instanceof NameExpr name) {
      return UNNAMED.matcher(description).matches()
          || last(description).equals(name.getNameAsString());
    }
    if (expression instanceof FieldAccessExpr access) {
      return !description.endsWith(")")
          && !description.endsWith("]")
          && last(description).equals(access.getNameAsString());
    }
    if (expression instanceof MethodCallExpr call) {
      return description.endsWith(")") && method(description).equals(call.getNameAsString());
    }
    return expression instanceof ArrayAccessExpr access && describesElement(description, access);
  }

  private static boolean describesElement(String description, ArrayAccessExpr access) {
    int open = openBracket(description);
    return open > 0 && describes(description.substring(0, open), access.getName());
  }

  private static int openBracket(String description) {
    if (!description.endsWith("]")) {
      return -1;
    }
    int depth = 0;
    for (int i = description.length() - 1; i >= 0; i--) {
      depth += description.charAt(i) == ']' ? 1 : 0;
      depth -= description.charAt(i) == '[' ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String method(String description) {
    return last(description.substring(0, description.lastIndexOf('(')));
  }

  private static String last(String description) {
    return description.substring(description.lastIndexOf('.') + 1);
  }
}
