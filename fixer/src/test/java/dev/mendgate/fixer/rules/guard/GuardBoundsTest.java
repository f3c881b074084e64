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

  private static final String BOX =
      """
      import java.util.*;

      class Box {
        private final List<String> names = new ArrayList<>();

        public String name(int index) {
          return names.get(index);%s
        }

        public List<String> all() {
          return new ArrayList<>(names);
        }
      }
      """;

  private static final String USER =
      """
      class User {
        String text = "";

        void read(Box box) {
          %s
          text = text.trim();
        }
      }
      """;

  private static RuleScenario lifted(String statements) {
    return scenario()
        .file("Box.java", BOX.formatted(" // crash"))
        .file("User.java", USER.formatted(statements))
        .insideOf("java.util.ArrayList", "get")
        .fails("java.lang.IndexOutOfBoundsException", "Index 0 out of bounds for length 0")
        .withoutSecondRun();
  }

  @Test
  void theCallerOfAnAccessorAsksItForItsSize() {
    lifted("String name = box.name(0); // crash 1\n    text = name;")
        .expectFirst(
            USER.formatted(
                "if (box.all().size() > 0) {\n      String name = box.name(0);\n      text = name;\n    }"));
  }

  @Test
  void aCheckAroundTheCallAsksToo() {
    String check = "if (text != null%s) {\n      text = box.name(0);%s\n    }";
    lifted(check.formatted("", " // crash 1"))
        .expectAmong(USER.formatted(check.formatted(" && box.all().size() > 0", "")));
  }

  @Test
  void theDocumentedExceptionIsThrown() {
    String text =
        """
        class Row {
          private String[] cells = {};

          /**
           * Returns a cell.
           *
           * @throws IllegalArgumentException if the row is inconsistent
           */
          String cell(Integer at) {%s
            return cells[at];%s
          }
        }
        """;
    scenario()
        .file("Row.java", text.formatted("", " // crash"))
        .fails(ARRAY, "Index 2 out of bounds for length 1")
        .expectFirst(
            text.formatted(
                "\n    if (at >= cells.length) {\n"
                    + "      throw new IllegalArgumentException(\"at >= cells.length: \" + at);\n"
                    + "    }",
                ""));
  }

  @Test
  void theMethodsOwnThrowStatementIsUsedAgain() {
    String text =
        """
        class Num {
          static int digit(String s, int at) {
            if (s == null) {
              throw new NumberFormatException(s + " is no number");
            }
            int next = at + 1;%s
            return s.charAt(next);%s
          }
        }
        """;
    scenario()
        .file("Num.java", text.formatted("", " // crash"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 2")
        .expectAmong(
            text.formatted(
                "\n    if (next >= s.length()) {\n"
                    + "      throw new NumberFormatException(s + \" is no number\");\n    }",
                ""));
  }

  @Test
  void aNegativeCountGivesNothing() {
    String text =
        """
        class Cut {
          static String cut(char[] letters, int start, int count) {%s
            return new String(letters, start, count);%s
          }
        }
        """;
    scenario()
        .file("Cut.java", text.formatted("", " // crash"))
        .insideOf("java.lang.String", "checkBoundsOffCount")
        .insideOf("java.lang.String", "<init>")
        .fails(STRING, "offset 0, count -1, length 2")
        .expectAmong(text.formatted("\n    if (count < 0) {\n      return \"\";\n    }", ""));
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsSeen() {
    String body = "    int from = n + 2;\n%s    s = s.substring(from, n);%s\n";
    scenario()
        .file("A.java", method(body.formatted("", " // crash")))
        .insideOf("java.lang.String", "substring")
        .fails(STRING, "begin 4, end 2, length 9")
        .withoutSecondRun()
        .expectAmong(method(body.formatted("    if (from > n) {\n      return 0;\n    }\n", "")));
  }

  @Test
  void anArrayIsNotMadeWithFewerThanNoElements() {
    String body = "%s    a = new int[n];%s\n";
    scenario()
        .file("A.java", method(body.formatted("", " // crash")))
        .fails("java.lang.NegativeArraySizeException", "-1")
        .expectAmong(method(body.formatted("    if (n < 0) {\n      return 0;\n    }\n", "")));
  }

  @Test
  void aMaskIsNotTornApartByTheComparison() {
    String body = "%s    n = a[n & 63];%s\n";
    scenario()
        .file("A.java", method(body.formatted("", " // crash")))
        .fails(ARRAY, "Index 60 out of bounds for length 3")
        .expectAmong(
            method(
                body.formatted("    if ((n & 63) >= a.length) {\n      return 0;\n    }\n", "")));
  }
}
