package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.rules.guard.ReturnValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Knows values of a type that stand for nothing found, nothing there, or no. */
final class NeutralValues {
  private static final Map<String, String> EMPTY =
      Map.ofEntries(
          Map.entry("Collection", "java.util.Collections.emptyList()"),
          Map.entry("Iterable", "java.util.Collections.emptyList()"),
          Map.entry("List", "java.util.Collections.emptyList()"),
          Map.entry("Set", "java.util.Collections.emptySet()"),
          Map.entry("Map", "java.util.Collections.emptyMap()"),
          Map.entry("Iterator", "java.util.Collections.emptyIterator()"),
          Map.entry("Optional", "java.util.Optional.empty()"),
          Map.entry("Stream", "java.util.stream.Stream.empty()"));

  private NeutralValues() {}

  /** Returns values of a method's return type, most likely first, JDK types by their full names. */
  static List<Value> of(Type type, String method, Hazard hazard) {
    String name = Types.erase(type.asString());
    if (type.isPrimitiveType()) {
      return List.of(primitive(name, method));
    }
    List<Value> values = new ArrayList<>();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String empty = EMPTY.get(simple);
    if (empty != null) {
      values.add(new Value(empty, 0.64, "it is empty"));
    } else if (name.endsWith("[]") && !name.endsWith("[][]") && !simple.equals("T[]")) {
      String creation = "new " + name.substring(0, name.length() - 2) + "[0]";
      values.add(new Value(creation, 0.5, "it is empty"));
    } else if (simple.equals("String") || simple.equals("CharSequence")) {
      boolean cut = hazard.kind() == Hazard.Kind.BOUNDS;
      values.add(new Value("\"\"", cut ? 0.6 : 0.45, "it is empty"));
    }
    if (!simple.equals("Optional")) {
      boolean passedThrough =
          hazard.kind() == Hazard.Kind.NULL
              && hazard.types().of(hazard.subject()).filter(name::equals).isPresent();
      values.add(
          new Value(
              "null",
              passedThrough ? 0.7 : 0.55,
              passedThrough
                  ? "what comes in as null goes out as null"
                  : "there is nothing to return"));
    }
    return values;
  }

  /** Returns the value of a primitive type that stands for nothing. */
  static Value primitive(String type, String method) {
    if (type.equals("boolean")) {
      return new Value("false", 0.6, "the answer is no");
    }
    boolean position = method.matches("(?i).*(index|position|find|search).*");
    boolean signed = type.equals("int") || type.equals("long") || type.equals("short");
    if (position && signed) {
      return new Value("-1", 0.5, "there is no such position");
    }
    return new Value(type.equals("char") ? "'\\0'" : "0", 0.45, "there is nothing to count");
  }

  /** Returns the value an expression of a type may have instead; null where it is unknown. */
  static String instead(String type) {
    return Boxes.isPrimitive(type) ? primitive(type, "").text() : "null";
  }
}
