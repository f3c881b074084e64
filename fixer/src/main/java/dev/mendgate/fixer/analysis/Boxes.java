package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows where the language turns a box into a primitive. */
public final class Boxes {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Boolean", "boolean",
          "Byte", "byte",
          "Character", "char",
          "Short", "short",
          "Integer", "int",
          "Long", "long",
          "Float", "float",
          "Double", "double");

  private static final Set<BinaryExpr.Operator> EQUALITY =
      Set.of(BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS);

  private Boxes() {}

  /** Returns the primitive of a box, by either of its names; null for what is no box. */
  public static @Nullable String primitive(String type) {
    return PRIMITIVES.get(type.startsWith("java.lang.") ? type.substring(10) : type);
  }

  /** Whether a type is primitive. */
  public static boolean isPrimitive(String type) {
    return PRIMITIVES.containsValue(type);
  }

  /** Returns the method that unboxing such a box calls, null for what is no box. */
  public static @Nullable String unboxingMethod(String type) {
    String primitive = primitive(type);
    return primitive == null ? null : primitive + "Value";
  }

  /** Returns the boxed type of an expression, looking into {@code Map<K, Integer>.get}. */
  public static Optional<String> boxed(Expression expression, ExpressionTypes types) {
    Optional<String> known = types.of(expression);
    if (known.isEmpty() && expression instanceof MethodCallExpr call) {
      known = call.getScope().flatMap(types::of).flatMap(Boxes::lastArgument);
    }
    return known.filter(type -> primitive(type) != null);
  }

  /** Whether the place an expression stands in wants a primitive while the expression is a box. */
  public static boolean isUnboxed(Expression expression, ExpressionTypes types) {
    boolean candidate =
        expression instanceof NameExpr
            || expression instanceof MethodCallExpr
            || expression.isFieldAccessExpr()
            || expression.isArrayAccessExpr();
    return candidate && wantsPrimitive(expression, types) && boxed(expression, types).isPresent();
  }

  /** Whether a primitive is wanted where an expression stands. */
  public static boolean wantsPrimitive(Expression expression, ExpressionTypes types) {
    Node parent = expression.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator declarator) {
      return declarator.getType().isPrimitiveType();
    }
    if (parent instanceof AssignExpr assignment && assignment.getValue() == expression) {
      return types.of(assignment.getTarget()).filter(Boxes::isPrimitive).isPresent();
    }
    if (parent instanceof CastExpr cast) {
      return cast.getType().isPrimitiveType();
    }
    if (parent instanceof ReturnStmt) {
      return Enclosing.callable(parent)
          .filter(MethodDeclaration.class::isInstance)
          .filter(method -> ((MethodDeclaration) method).getType().isPrimitiveType())
          .isPresent();
    }
    if (parent instanceof BinaryExpr binary) {
      Expression other = binary.getLeft() == expression ? binary.getRight() : binary.getLeft();
      Optional<String> type = types.of(other);
      boolean text = type.filter("String"::equals).isPresent();
      return EQUALITY.contains(binary.getOperator())
          ? type.filter(Boxes::isPrimitive).isPresent()
          : !text;
    }
    return parent instanceof UnaryExpr;
  }

  private static Optional<String> lastArgument(String type) {
    int from = Math.max(type.indexOf('<'), type.lastIndexOf(',')) + 1;
    int to = type.lastIndexOf('>');
    return from > 0 && to > from ? Optional.of(type.substring(from, to).strip()) : Optional.empty();
  }
}
