package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardBoundsTest {
  private static final String ARRAY = "java.lang.ArrayIndexOutOfBoundsException";
  private static final String STRING = "java.lang.StringIndexOutOfBoundsException";

  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardBounds());
  }

  private static String method(String body) {
    return "class A {\n  int f(String s, int[] a, int n) {\n" + body + "    return 0;\n  }\n}\n";
  }

  @Test
  void aLoopThatGoesOneStepTooFarStopsEarlier() {
    String body = "    for (int i = 0; i %s a.length; i++) {\n      n += a[i];%s\n    }\n";
    scenario()
        .file("A.java", method(body.formatted("<=", " // crash")))
        .fails(ARRAY, "Index 3 out of bounds for length 3")
        .expectFirst(method(body.formatted("<", "")));
  }

  @Test
  void aScanEndsWithItsText() {
    scenario()
        .file("A.java", method("    while (s.charAt(n) == ' ') { // crash\n      n++;\n    }\n"))
        .fails(STRING, "String index out of range: 12")
        .expectFirst(
            method("    while (n < s.length() && s.charAt(n) == ' ') {\n      n++;\n    }\n"));
  }

  @Test
  void anIndexMovedOnInTheConditionIsCheckedThere() {
    scenario()
        .file("A.java", method("    while (a[++n] != 0); // crash\n"))
        .fails(ARRAY, "Index 8 out of bounds for length 8")
        .expectFirst(method("    while (++n < a.length && a[n] != 0);\n"));
  }

  @Test
  void aRangeEndsWithItsText() {
    scenario()
        .file("A.java", method("    String t = s.substring(0, n); // crash\n"))
        .insideOf("java.lang.String", "checkBoundsBeginEnd")
        .insideOf("java.lang.String", "substring")
        .fails(STRING, "begin 0, end 15, length 10")
        .withoutSecondRun()
        .expectAmong(
            method(
                "    if (n > s.length()) {\n      n = s.length();\n    }\n"
                    + "    String t = s.substring(0, n);\n"));
  }

  @Test
  void theLastElementOfNothingIsNotAskedFor() {
    scenario()
        .file("A.java", method("    a[n - 1]++; // crash\n"))
        .fails(ARRAY, "Index -1 out of bounds for length 32")
        .expectFirst(method("    if (n > 0) {\n      a[n - 1]++;\n    }\n"));
  }

  @Test
  void theFirstElementOfNothingIsNotAskedFor() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              Object f(java.util.List<Object> all) {
                return all.get(0); // crash
              }
            }
            """)
        .insideOf("java.util.ArrayList", "get")
        .fails("java.lang.IndexOutOfBoundsException", "Index 0 out of bounds for length 0")
        .expectAmong(
            """
            class A {
              Object f(java.util.List<Object> all) {
                if (all.isEmpty()) {
                  return null;
                }
                return all.get(0);
              }
            }
            """);
  }

  @Test
  void aConstantThatTheMessageDoesNotNameIsNotToBlame() {
    scenario()
        .file("A.java", method("    n = a[0]; // crash\n"))
        .fails(ARRAY, "Index 4 out of bounds for length 3")
        .expectNothing();
  }

  @Test
  void anIndexThatChangesEachTimeCannotBeChecked() {
    scenario()
        .file("A.java", method("    n = a[new java.util.Random().nextInt()]; // crash\n"))
        .fails(ARRAY, "Index 4 out of bounds for length 3")
        .expectNothing();
  }

  @Test
  void anotherExceptionIsNotForThisRule() {
    scenario().file("A.java", method("    n = a[n]; // crash\n")).expectNothing();
  }
}
