package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.mendgate.fixer.analysis.BoundsMessage.Part;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression that needs an index to lie within a container.
 *
 * @param node the access or call
 * @param container what is accessed; null where it is {@code this}
 * @param index the index, an end of a range, or a number of elements
 * @param plus what is added to the index; null where nothing is
 * @param size how the container tells its size: {@code length}, {@code length()} or {@code size()}
 * @param inclusive whether the index may equal the size
 * @param part the part of a message that would mean this number; {@code COUNT} for a number of
 *     elements, {@code SOURCE} and {@code TARGET} for the two sides of a copy, else {@code ANY}
 */
public record IndexUse(
    Expression node,
    @Nullable Expression container,
    Expression index,
    @Nullable Expression plus,
    String size,
    boolean inclusive,
    Part part) {
  private static final String ARRAY = "length";
  private static final String TEXT = "length()";
  private static final String LIST = "size()";
  private static final Set<String> LIST_METHODS =
      Set.of("get", "remove", "set", "elementAt", "removeElementAt");
  private static final Set<String> TEXT_METHODS =
      Set.of("charAt", "codePointAt", "setCharAt", "deleteCharAt");
  private static final Map<String, String> RANGE_METHODS =
      Map.of("substring", TEXT, "subSequence", TEXT, "subList", LIST);

  private IndexUse(
      Expression node,
      @Nullable Expression container,
      Expression index,
      String size,
      boolean inclusive) {
    this(node, container, index, null, size, inclusive, Part.ANY);
  }

  /** Returns the index uses a node makes by itself; a range has two. */
  public static List<IndexUse> of(Expression node) {
    if (node instanceof ArrayAccessExpr access) {
      return List.of(new IndexUse(node, access.getName(), access.getIndex(), ARRAY, false));
    }
    if (node instanceof ObjectCreationExpr creation) {
      boolean text = creation.getTypeAsString().equals("String");
      return text && creation.getArguments().size() >= 3
          ? counted(node, creation.getArguments(), 0)
          : List.of();
    }
    return node instanceof MethodCallExpr call ? of(call, call.getArguments()) : List.of();
  }

  private static List<IndexUse> of(MethodCallExpr call, List<Expression> given) {
    if (given.isEmpty()) {
      return List.of();
    }
    String name = call.getNameAsString();
    Expression scope = call.getScope().orElse(null);
    boolean named = scope != null && Character.isUpperCase(scope.toString().charAt(0));
    if (name.equals("codePointAt") && given.size() == 2 && scope != null) {
      return List.of(new IndexUse(call, given.get(0), given.get(1), TEXT, false));
    }
    if (name.equals("arraycopy") && given.size() == 5) {
      return copied(call, given);
    }
    if (name.equals("getChars") && given.size() == 4) {
      return characters(call, given, scope);
    }
    if (named) {
      return ofStatic(call, given, name);
    }
    if (TEXT_METHODS.contains(name)) {
      return List.of(new IndexUse(call, scope, given.get(0), TEXT, false));
    }
    if (LIST_METHODS.contains(name)) {
      return List.of(new IndexUse(call, scope, given.get(0), LIST, false));
    }
    if (RANGE_METHODS.containsKey(name)) {
      return range(call, scope, given, RANGE_METHODS.getOrDefault(name, TEXT));
    }
    return inserted(call, scope, given, name);
  }

  private static List<IndexUse> inserted(
      MethodCallExpr call, @Nullable Expression scope, List<Expression> given, String name) {
    boolean list = Set.of("add", "addAll").contains(name) && given.size() == 2;
    boolean text = Set.of("insert", "delete").contains(name) && given.size() == 2;
    boolean replaced = name.equals("replace") && given.size() == 3;
    if (list || text || replaced) {
      return List.of(new IndexUse(call, scope, given.get(0), list ? LIST : TEXT, true));
    }
    boolean part = Set.of("append", "write").contains(name) && given.size() == 3;
    return part ? counted(call, given, 0) : List.of();
  }

  private static List<IndexUse> ofStatic(MethodCallExpr call, List<Expression> given, String name) {
    if (Set.of("copyOfRange", "fill", "sort").contains(name) && given.size() >= 3) {
      return List.of(
          new IndexUse(call, given.get(0), given.get(2), ARRAY, true),
          new IndexUse(call, given.get(0), given.get(1), ARRAY, true));
    }
    boolean text = Set.of("valueOf", "copyValueOf").contains(name) && given.size() == 3;
    return text ? counted(call, given, 0) : List.of();
  }

  /** An array, where to begin in it, and how many elements to take. */
  private static List<IndexUse> counted(Expression node, List<Expression> given, int first) {
    Expression array = given.get(first);
    Expression begin = given.get(first + 1);
    Expression count = given.get(first + 2);
    return List.of(
        new IndexUse(node, array, begin, count, ARRAY, true, Part.ANY),
        new IndexUse(node, null, count, null, ARRAY, true, Part.COUNT));
  }

  private static List<IndexUse> copied(Expression node, List<Expression> given) {
    Expression count = given.get(4);
    return List.of(
        new IndexUse(node, given.get(0), given.get(1), count, ARRAY, true, Part.SOURCE),
        new IndexUse(node, given.get(2), given.get(3), count, ARRAY, true, Part.TARGET),
        new IndexUse(node, null, count, null, ARRAY, true, Part.COUNT));
  }

  private static List<IndexUse> characters(
      Expression node, List<Expression> given, @Nullable Expression scope) {
    Expression count = given.get(0).toString().equals("0") ? given.get(1) : null;
    IndexUse read = new IndexUse(node, scope, given.get(1), TEXT, true);
    return count == null
        ? List.of(read)
        : List.of(
            read, new IndexUse(node, given.get(2), given.get(3), count, ARRAY, true, Part.ANY));
  }

  private static List<IndexUse> range(
      MethodCallExpr call, @Nullable Expression scope, List<Expression> given, String size) {
    return given.size() == 1
        ? List.of(new IndexUse(call, scope, given.get(0), size, true))
        : List.of(
            new IndexUse(call, scope, given.get(1), size, true),
            new IndexUse(call, scope, given.get(0), size, true));
  }

  /** Returns the source of the container's size, given the container's own source. */
  public String sizeOf(@Nullable String containerText) {
    return containerText == null ? size : containerText + "." + size;
  }

  /** Returns the source of the container's size. */
  public String sizeIn(ParsedFile file) {
    return sizeOf(container == null ? null : file.textOf(container));
  }

  /** Returns the source of the number that must be small enough. */
  public String indexIn(ParsedFile file) {
    String text = file.textOf(index);
    if (plus == null) {
      return text;
    }
    return text.equals("0") ? file.textOf(plus) : text + " + " + file.textOf(plus);
  }

  /** Whether the node is a part of a range from one index to another. */
  public static boolean isRange(Node node) {
    return node instanceof MethodCallExpr call
        && RANGE_METHODS.containsKey(call.getNameAsString())
        && call.getArguments().size() == 2;
  }
}
