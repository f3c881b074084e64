package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CorrectBoundaryTest {
  private static final String ARRAY = "java.lang.ArrayIndexOutOfBoundsException";
  private static final String STRING = "java.lang.StringIndexOutOfBoundsException";

  private static RuleScenario scenario() {
    return RuleScenario.of(new CorrectBoundary());
  }

  private static String method(String body) {
    return "class A {\n  int f(String s, int[] codes, int n) {\n"
        + body
        + "    return n;\n  }\n}\n";
  }

  @Test
  void aTableIsAskedForItsLastEntryAtMost() {
    String body =
        """
            final int max = codes.length;
            int c = s.charAt(0);
            if (c %s max) {
              if (codes[c] != 0) {%s
                n++;
              }
            }
        """;
    scenario()
        .file("A.java", method(body.formatted("<=", " // crash")))
        .fails(ARRAY, "Index 128 out of bounds for length 128")
        .expectFirst(method(body.formatted("<", "")));
  }

  @Test
  void aLookaheadAsksForBothCharacters() {
    String body =
        """
            for (int i = 0; i < s.length(); i++) {
              if (s.charAt(i) == '\\\\' && s.charAt(i + 1) == 'u') {%s
                n++;
              }
            }
        """;
    scenario()
        .file("A.java", method(body.formatted(" // crash")))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 4")
        .withoutSecondRun()
        .expectAmong(method(body.formatted("").replace("i < s.length()", "i + 1 < s.length()")));
  }

  @Test
  void aLoopThatGoesDownStartsAtTheLastElement() {
    String body =
        "    for (int i = codes.length%s; i >= 0; i--) {\n      n += codes[i];%s\n    }\n";
    scenario()
        .file("A.java", method(body.formatted("", " // crash")))
        .fails(ARRAY, "3")
        .expectFirst(method(body.formatted(" - 1", "")));
  }

  @Test
  void theElementBeforeIsNotAskedForAtTheStart() {
    String body = "    while (n %s 0) {\n      codes[n - 1] = 0;%s\n      n--;\n    }\n";
    scenario()
        .file("A.java", method(body.formatted(">=", " // crash")))
        .fails(ARRAY, "Index -1 out of bounds for length 3")
        .expectFirst(method(body.formatted(">", "")));
  }

  @Test
  void anIndexFarBeyondTheEndIsNoMatterOfOneStep() {
    scenario()
        .file("A.java", method("    if (n <= 100) {\n      n = codes[n]; // crash\n    }\n"))
        .fails(ARRAY, "Index 90 out of bounds for length 3")
        .expectNothing();
  }

  @Test
  void aStrictComparisonStays() {
    scenario()
        .file("A.java", method("    if (n < 100) {\n      n = codes[n]; // crash\n    }\n"))
        .fails(ARRAY, "Index 3 out of bounds for length 3")
        .expectNothing();
  }
}
