package dev.mendgate.fixer.rules.types;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class TypedToArrayTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new TypedToArray())
        .fails(
            "java.lang.ClassCastException",
            "class [Ljava.lang.Object; cannot be cast to class [Ljava.lang.String;"
                + " ([Ljava.lang.Object; and [Ljava.lang.String; are in module java.base)");
  }

  private static String method(String type, String body) {
    return "import java.util.List;\n\nclass A<T> {\n  "
        + type
        + "[] f(List<"
        + type
        + "> list) {\n    return "
        + body
        + ";";
  }

  @Test
  void theCollectionMakesTheArray() {
    scenario()
        .file("A.java", method("String", "(String[]) list.toArray()") + " // crash\n  }\n}\n")
        .expectFirst(method("String", "list.toArray(new String[0])") + "\n  }\n}\n");
  }

  @Test
  void aTypeVariableHasNoClass() {
    scenario()
        .file("A.java", method("T", "(T[]) list.toArray()") + " // crash\n  }\n}\n")
        .expectNothing();
  }
}
