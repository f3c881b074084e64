package dev.mendgate.fixer.rules.number;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class QuoteReplacementTest {
  private static RuleScenario scenario(String call) {
    return RuleScenario.of(new QuoteReplacement())
        .fails("java.lang.IllegalArgumentException", "Illegal group reference")
        .insideOf("java.util.regex.Matcher", "appendExpandedReplacement")
        .insideOf("java.lang.String", call);
  }

  private static String method(String body) {
    return "import java.util.regex.Matcher;\n\nclass A {\n  String f(String s, String value) {\n"
        + body
        + "  }\n}\n";
  }

  @Test
  void aComputedReplacementIsQuoted() {
    scenario("replaceAll")
        .file("A.java", method("    return s.replaceAll(\"x\", value); // crash\n"))
        .expectFirst(method("    return s.replaceAll(\"x\", Matcher.quoteReplacement(value));\n"));
  }

  @Test
  void theLikeCallsOfTheMethodAreQuotedToo() {
    scenario("replaceAll")
        .file(
            "A.java",
            method(
                "    String t = s.replaceAll(\"x\", value); // crash\n"
                    + "    return t.replaceAll(\"y\", value);\n"))
        .expectFirst(
            method(
                "    String t = s.replaceAll(\"x\", Matcher.quoteReplacement(value));\n"
                    + "    return t.replaceAll(\"y\", Matcher.quoteReplacement(value));\n"));
  }

  @Test
  void aReferenceThatIsMeantIsLeftAlone() {
    scenario("replaceAll")
        .file("A.java", method("    return s.replaceAll(\"x\", \"$1\" + value); // crash\n"))
        .expectNothing();
  }

  @Test
  void anotherFailureOfTheLineIsNotMeant() {
    RuleScenario.of(new QuoteReplacement())
        .fails("java.lang.NullPointerException", null)
        .file("A.java", method("    return s.replaceAll(\"x\", value); // crash\n"))
        .expectNothing();
  }
}
