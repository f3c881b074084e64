package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardInstanceofTest {
  private static final String CAST = "java.lang.ClassCastException";
  private static final String MESSAGE =
      "class java.lang.Integer cannot be cast to class java.lang.String (java.lang.Integer and"
          + " java.lang.String are in module java.base of loader 'bootstrap')";

  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardInstanceof()).fails(CAST, MESSAGE);
  }

  private static String method(String body) {
    return "class A {\n  boolean f(Object o) {\n" + body + "  }\n}\n";
  }

  @Test
  void whatIsOfAnotherClassIsNotEqual() {
    scenario()
        .file("A.java", method("    return ((String) o).isEmpty(); // crash\n"))
        .expectAmong(
            method(
                "    if (!(o instanceof String)) {\n      return false;\n    }\n"
                    + "    return ((String) o).isEmpty();\n"));
  }

  @Test
  void aConditionAsksFirst() {
    scenario()
        .file("A.java", method("    return o != \"\" && ((String) o).isEmpty(); // crash\n"))
        .expectAmong(
            method("    return o != \"\" && o instanceof String && ((String) o).isEmpty();\n"));
  }

  @Test
  void aCastToAnotherClassIsNotToBlame() {
    scenario()
        .file("A.java", method("    return ((Boolean) o).booleanValue(); // crash\n"))
        .expectNothing();
  }

  @Test
  void whatIsCheckedAlreadyIsLeftAlone() {
    scenario()
        .file(
            "A.java",
            method("    return o instanceof String && ((String) o).isEmpty(); // crash\n"))
        .expectNothing();
  }
}
