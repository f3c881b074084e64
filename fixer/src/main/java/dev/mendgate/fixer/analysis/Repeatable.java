package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which expressions may be evaluated once more without anybody noticing. */
public final class Repeatable {
  // Accessors by the conventions of the JDK: a noun of their own, or get, is, has with a name.
  private static final Pattern ACCESSOR = Pattern.compile("(get|is|has)([A-Z]\\w*)?");
  private static final Set<String> NOUNS =
      Set.of("size", "length", "isEmpty", "charAt", "toString", "name", "containsKey", "contains");
  private static final Set<String> CONSUMING_NOUNS =
      Set.of("next", "poll", "pop", "remove", "read", "take", "readLine", "nextElement");

  private Repeatable() {}

  /** Whether a second evaluation gives the same value and does nothing else. */
  public static boolean is(Expression expression) {
    if (expression.isNameExpr() || expression.isThisExpr() || expression.isLiteralExpr()) {
      return true;
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return is(enclosed.getInner());
    }
    if (expression instanceof FieldAccessExpr access) {
      return is(access.getScope());
    }
    if (expression instanceof ArrayAccessExpr access) {
      return is(access.getName()) && is(access.getIndex());
    }
    if (expression instanceof BinaryExpr binary) {
      return is(binary.getLeft()) && is(binary.getRight());
    }
    if (expression instanceof CastExpr cast) {
      return is(cast.getExpression());
    }
    return expression instanceof MethodCallExpr call && isAccessor(call);
  }

  private static boolean isAccessor(MethodCallExpr call) {
    String name = call.getNameAsString();
    boolean noun = call.getArguments().isEmpty() && isNoun(name);
    return (noun || NOUNS.contains(name) || ACCESSOR.matcher(name).matches())
        && call.getScope().map(Repeatable::is).orElse(true)
        && call.getArguments().stream().allMatch(Repeatable::is);
  }

  /** A bare lower-case word or camel-case phrase without a verb that takes something away. */
  private static boolean isNoun(String name) {
    return !CONSUMING_NOUNS.contains(name)
        && !name.startsWith("next")
        && !name.startsWith("read")
        && !name.startsWith("consume")
        && !name.startsWith("create")
        && !name.startsWith("new")
        && !name.startsWith("remove")
        && !name.startsWith("advance")
        && !name.startsWith("increment");
  }
}
