package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullDefaultTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullDefault());
  }

  private static String method(String body) {
    return "class A {\n  void f(Object o, Object[] all, Class<?>[] types) {\n" + body + "  }\n}\n";
  }

  @Test
  void aNullElementHasANullResult() {
    scenario()
        .file("A.java", method("    types[0] = all[0].getClass(); // crash\n"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"Object.getClass()\" because \"all[0]\" is null")
        .expectFirst(method("    types[0] = all[0] == null ? null : all[0].getClass();\n"));
  }

  @Test
  void aLocalTextThatIsNullBecomesEmpty() {
    scenario()
        .file("A.java", method("    String s = o.toString();\n    int n = s.length(); // crash\n"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"String.length()\" because \"s\" is null")
        .expectAmong(
            method(
                """
                    String s = o.toString();
                    if (s == null) {
                      s = "";
                    }
                    int n = s.length();
                """));
  }

  @Test
  void aNumberInAnExpressionIsZeroInParentheses() {
    scenario()
        .file("A.java", method("    int n = 1 + all.length; // crash\n"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot read the array length because \"all\" is null")
        .expectAmong(method("    int n = 1 + (all == null ? 0 : all.length);\n"));
  }

  @Test
  void aCallForItsEffectHasNoValueToReplace() {
    scenario().file("A.java", method("    o.notifyAll(); // crash\n")).expectNothing();
  }
}
