package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullConditionTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullCondition());
  }

  private static String method(String body) {
    return "class A {\n  int f(String s, boolean b) {\n" + body + "    return 2;\n  }\n}\n";
  }

  @Test
  void theConditionIsFalseForNull() {
    scenario()
        .file("A.java", method("    if (b || s.startsWith(\"x\")) return 1; // crash\n"))
        .expectFirst(method("    if (b || s != null && s.startsWith(\"x\")) return 1;\n"));
  }

  @Test
  void nothingIsEmptyToo() {
    scenario()
        .file("A.java", method("    boolean empty = s.trim().isEmpty(); // crash\n"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"String.trim()\" because \"s\" is null")
        .expectFirst(method("    boolean empty = s == null || s.trim().isEmpty();\n"));
  }

  @Test
  void theOppositeIsOfferedWithTheParenthesesItNeeds() {
    scenario()
        .file("A.java", method("    if (b && s.length() == 0) return 1; // crash\n"))
        .expectFirst(method("    if (b && (s == null || s.length() == 0)) return 1;\n"));
  }

  @Test
  void aNegationIsGuardedAsAWhole() {
    scenario()
        .file("A.java", method("    if (!s.isEmpty()) return 1; // crash\n"))
        .expectFirst(method("    if (s != null && !s.isEmpty()) return 1;\n"));
  }

  @Test
  void whatIsNoConditionIsLeftAlone() {
    scenario().file("A.java", method("    int n = s.length(); // crash\n")).expectNothing();
  }

  @Test
  void aConditionThatChecksAlreadyIsLeftAlone() {
    scenario()
        .file("A.java", method("    if (s != null && s.isEmpty()) return 1; // crash\n"))
        .expectNothing();
  }
}
