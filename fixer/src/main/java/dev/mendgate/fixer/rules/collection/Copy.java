package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a collection that may be changed in the place of one that may not.
 *
 * @param file file the text is to stand in
 */
record Copy(ParsedFile file, RuleContext.Sources sources) {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("Collection", "java.util.ArrayList"),
          Map.entry("List", "java.util.ArrayList"),
          Map.entry("Set", "java.util.LinkedHashSet"),
          Map.entry("SortedSet", "java.util.TreeSet"),
          Map.entry("NavigableSet", "java.util.TreeSet"),
          Map.entry("Map", "java.util.LinkedHashMap"),
          Map.entry("SortedMap", "java.util.TreeMap"),
          Map.entry("NavigableMap", "java.util.TreeMap"));
  private static final Set<String> FACTORIES =
      Set.of(
          "List.of",
          "List.copyOf",
          "Set.of",
          "Set.copyOf",
          "Map.of",
          "Map.copyOf",
          "Map.ofEntries",
          "Arrays.asList",
          "ImmutableList.of",
          "ImmutableList.copyOf",
          "ImmutableSet.of",
          "ImmutableSet.copyOf",
          "ImmutableMap.of",
          "ImmutableMap.copyOf");

  /**
   * Text that gives a changeable collection.
   *
   * @param imports imports it needs
   */
  record Text(String expression, List<TextEdit> imports) {
    Text {
      imports = List.copyOf(imports);
    }
  }

  /** Returns whether an expression gives a collection that refuses changes, by its own form. */
  static boolean isFixed(Expression value) {
    if (value instanceof EnclosedExpr enclosed) {
      return isFixed(enclosed.getInner());
    }
    if (value instanceof FieldAccessExpr || value.isNameExpr()) {
      String text = value.toString();
      return text.matches("(java\\.util\\.)?Collections\\.EMPTY_(LIST|SET|MAP)");
    }
    if (!(value instanceof MethodCallExpr call) || call.getScope().isEmpty()) {
      return false;
    }
    String owner = owner(call);
    String name = call.getNameAsString();
    boolean ofCollections =
        owner.equals("Collections")
            && (name.startsWith("unmodifiable")
                || name.startsWith("empty")
                || name.startsWith("singleton")
                || name.equals("nCopies"));
    boolean ofStream = name.equals("toList") && call.getArguments().isEmpty();
    boolean collected = name.equals("collect") && value.toString().contains("toUnmodifiable");
    return ofCollections || ofStream || collected || FACTORIES.contains(owner + "." + name);
  }

  /** Returns whether an expression is a collection that refuses changes and has no elements. */
  static boolean isEmpty(Expression value) {
    if (value instanceof EnclosedExpr enclosed) {
      return isEmpty(enclosed.getInner());
    }
    return isFixed(value)
        && (value instanceof MethodCallExpr call
            ? call.getArguments().isEmpty() && !call.getNameAsString().equals("toList")
            : true);
  }

  /** Returns the text for a value that is kept in a variable of a type; empty for other types. */
  Optional<Text> of(Expression value, Type declared) {
    String name = declared instanceof ClassOrInterfaceType type ? type.getNameAsString() : "";
    String chosen = CLASSES.get(name);
    if (chosen == null || value instanceof ObjectCreationExpr) {
      return Optional.empty();
    }
    if (wraps(value) instanceof ObjectCreationExpr inner) {
      return Optional.of(new Text(file.textOf(inner), List.of()));
    }
    return arguments((ClassOrInterfaceType) declared)
        .map(
            arguments -> {
              Imports.TypeUse use = Imports.use(chosen, file, sources);
              String source = isEmpty(value) ? "" : file.textOf(wraps(value));
              String text = "new %s%s(%s)".formatted(use.name(), arguments, source);
              return new Text(text, use.edits());
            });
  }

  /** Returns what an unmodifiable view is made of; the value itself where it is no view. */
  private static Expression wraps(Expression value) {
    boolean view =
        value instanceof MethodCallExpr call
            && owner(call).equals("Collections")
            && call.getNameAsString().startsWith("unmodifiable")
            && call.getArguments().size() == 1;
    return view ? value.asMethodCallExpr().getArgument(0) : value;
  }

  private static String owner(MethodCallExpr call) {
    String scope = call.getScope().map(Object::toString).orElse("");
    return scope.substring(scope.lastIndexOf('.') + 1);
  }

  private Optional<String> arguments(ClassOrInterfaceType declared) {
    if (declared.getTypeArguments().filter(found -> !found.isEmpty()).isEmpty()) {
      return Optional.of("");
    }
    if (SourceAge.of(file).hasDiamond()) {
      return Optional.of("<>");
    }
    String text = declared.toString();
    return Optional.of(text.substring(text.indexOf('<'))).filter(found -> !found.contains("?"));
  }
}
