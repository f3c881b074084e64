package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression that needs an index to lie within a container.
 *
 * @param node the access or call
 * @param container what is accessed; null where it is {@code this}
 * @param index the index, or an end of a range
 * @param size how the container tells its size: {@code length}, {@code length()} or {@code size()}
 * @param inclusive whether the index may equal the size
 */
public record IndexUse(
    Expression node,
    @Nullable Expression container,
    Expression index,
    String size,
    boolean inclusive) {
  private static final Set<String> LIST_METHODS = Set.of("get", "remove", "set", "elementAt");
  private static final Set<String> TEXT_METHODS =
      Set.of("charAt", "codePointAt", "setCharAt", "deleteCharAt");
  private static final Map<String, String> RANGE_METHODS =
      Map.of("substring", "length()", "subSequence", "length()", "subList", "size()");

  /** Returns the index uses a node makes by itself; a range has two. */
  public static List<IndexUse> of(Expression node) {
    if (node instanceof ArrayAccessExpr access) {
      return List.of(new IndexUse(node, access.getName(), access.getIndex(), "length", false));
    }
    if (!(node instanceof MethodCallExpr call) || call.getArguments().isEmpty()) {
      return List.of();
    }
    String name = call.getNameAsString();
    Expression scope = call.getScope().orElse(null);
    boolean staticForm =
        name.equals("codePointAt") && call.getArguments().size() == 2 && scope != null;
    if (staticForm) {
      return List.of(
          new IndexUse(node, call.getArgument(0), call.getArgument(1), "length()", false));
    }
    if (TEXT_METHODS.contains(name)) {
      return List.of(new IndexUse(node, scope, call.getArgument(0), "length()", false));
    }
    if (LIST_METHODS.contains(name)) {
      return List.of(new IndexUse(node, scope, call.getArgument(0), "size()", false));
    }
    return Optional.ofNullable(RANGE_METHODS.get(name))
        .map(size -> range(call, scope, size))
        .orElse(List.of());
  }

  private static List<IndexUse> range(
      MethodCallExpr call, @Nullable Expression scope, String size) {
    List<IndexUse> ends = new ArrayList<>();
    for (int i = call.getArguments().size() - 1; i >= 0; i--) {
      ends.add(new IndexUse(call, scope, call.getArgument(i), size, true));
    }
    return ends;
  }

  /** Returns the source of the container's size, given the container's own source. */
  public String sizeOf(@Nullable String containerText) {
    return containerText == null ? size : containerText + "." + size;
  }
}
