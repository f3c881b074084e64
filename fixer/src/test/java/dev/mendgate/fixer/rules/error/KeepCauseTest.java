package dev.mendgate.fixer.rules.error;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class KeepCauseTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new KeepCause()).fails("java.lang.IllegalStateException", "bad");
  }

  private static String method(String handler) {
    return "class A {\n  int f(String s) {\n    try {\n      return Integer.parseInt(s);\n"
        + "    } catch (NumberFormatException e) {\n"
        + handler
        + "    }\n  }\n}\n";
  }

  @Test
  void theCaughtExceptionBecomesTheCause() {
    scenario()
        .file(
            "A.java",
            method("      throw new IllegalStateException(\"bad \" + e.getMessage()); // crash\n"))
        .expectFirst(
            method("      throw new IllegalStateException(\"bad \" + e.getMessage(), e);\n"));
  }

  @Test
  void withoutAMessageTheCauseIsAllThatIsPassed() {
    scenario()
        .file("A.java", method("      throw new IllegalStateException(); // crash\n"))
        .expectFirst(method("      throw new IllegalStateException(e);\n"));
  }

  @Test
  void whatIsLoggedIsNotLost() {
    scenario()
        .file(
            "A.java",
            method(
                "      e.printStackTrace();\n      throw new IllegalStateException(\"bad\"); // crash\n"))
        .expectNothing();
  }

  @Test
  void anExceptionThatTakesNoCauseIsLeftAlone() {
    scenario()
        .file("A.java", method("      throw new IndexOutOfBoundsException(\"bad\"); // crash\n"))
        .expectNothing();
  }
}
