package dev.mendgate.fixer.map;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Optional;

/**
 * A call that looks up or changes one entry of a map.
 *
 * @param call the call
 * @param map what it is called on
 * @param key its first argument
 */
public record MapCall(MethodCallExpr call, Expression map, Expression key) {

  /** Reads a call of a method with so many arguments, the first of which is the key. */
  public static Optional<MapCall> of(Node node, String method, int arguments) {
    if (node instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner(), method, arguments);
    }
    return node instanceof MethodCallExpr call
            && call.getNameAsString().equals(method)
            && call.getArguments().size() == arguments
        ? call.getScope().map(map -> new MapCall(call, map, call.getArgument(0)))
        : Optional.empty();
  }

  /** Returns whether another call is about the same entry, by the text of map and key. */
  public boolean isSameEntry(MapCall other) {
    return isSameMap(other) && key.equals(other.key);
  }

  /** Returns whether another call is about the same map, by its text. */
  public boolean isSameMap(MapCall other) {
    return text(map).equals(text(other.map));
  }

  /** Returns the second argument: what is put. */
  public Expression value() {
    return call.getArgument(1);
  }

  private static String text(Expression map) {
    String text = map.toString();
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }
}
