package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardUnparsableTest {
  private static RuleScenario scenario(String message) {
    return RuleScenario.of(new GuardUnparsable())
        .fails("java.lang.NumberFormatException", message)
        .insideOf("java.lang.Integer", "parseInt");
  }

  private static String method(String body) {
    return "class A {\n  int f(String s) {\n" + body + "  }\n}\n";
  }

  @Test
  void aTextWithoutCharactersIsNoNumber() {
    scenario("For input string: \"\"")
        .file("A.java", method("    return Integer.parseInt(s); // crash\n"))
        .expectAmong(
            method(
                "    if (s.length() == 0) {\n      return 0;\n    }\n    return Integer.parseInt(s);\n"));
  }

  @Test
  void aMissingTextIsNoNumber() {
    scenario("Cannot parse null string: null")
        .file("A.java", method("    return Integer.parseInt(s); // crash\n"))
        .expectAmong(
            method(
                "    if (s == null) {\n      return 0;\n    }\n    return Integer.parseInt(s);\n"));
  }

  @Test
  void otherTextsAreNotGuessedAt() {
    scenario("For input string: \"abc\"")
        .file("A.java", method("    return Integer.parseInt(s); // crash\n"))
        .expectNothing();
  }

  @Test
  void aTextThatIsAskedFirstIsLeftAlone() {
    scenario("For input string: \"\"")
        .file("A.java", method("    return s.isEmpty() ? 0 : Integer.parseInt(s); // crash\n"))
        .expectNothing();
  }
}
