package dev.mendgate.fixer.rules.types;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ConvertInsteadOfCastTest {
  private static RuleScenario scenario(String actual, String wanted) {
    return RuleScenario.of(new ConvertInsteadOfCast())
        .fails(
            "java.lang.ClassCastException",
            "class "
                + actual
                + " cannot be cast to class "
                + wanted
                + " (both in module java.base)");
  }

  private static String method(String type, String body) {
    return "class A {\n  " + type + " f(Object o) {\n    return " + body + ";";
  }

  @Test
  void anyObjectHasAText() {
    scenario("java.lang.Integer", "java.lang.String")
        .file("A.java", method("int", "((String) o).length()") + " // crash\n  }\n}\n")
        .expectFirst(method("int", "String.valueOf(o).length()") + "\n  }\n}\n");
  }

  @Test
  void aNumberIsConvertedToAnother() {
    scenario("java.lang.Integer", "java.lang.Long")
        .file("A.java", method("Long", "(Long) o") + " // crash\n  }\n}\n")
        .expectFirst(method("Long", "Long.valueOf(((Number) o).longValue())") + "\n  }\n}\n");
  }

  @Test
  void whatIsUnboxedAtOnceNeedsNoBox() {
    scenario("java.lang.Integer", "java.lang.Long")
        .file("A.java", method("long", "((Long) o).longValue()") + " // crash\n  }\n}\n")
        .expectFirst(method("long", "((Number) o).longValue()") + "\n  }\n}\n");
  }

  @Test
  void aTextIsNoNumber() {
    scenario("java.lang.String", "java.lang.Long")
        .file("A.java", method("Long", "(Long) o") + " // crash\n  }\n}\n")
        .expectNothing();
  }
}
