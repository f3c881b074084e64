package dev.mendgate.fixer.rules.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.RuleScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RelaxCheckTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new RelaxCheck()).withoutSecondRun();
  }

  @Test
  void theBoundaryThatTheMessageShowsIsAccepted() {
    scenario()
        .file(
            "Root.java",
            """
            class Root {
              double solve(double low, double high) {
                if (low * high >= 0) {
                  throw new IllegalArgumentException("no sign change: " + low * high); // crash
                }
                return low;
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "no sign change: 0.0")
        .expectFirst(
            """
            class Root {
              double solve(double low, double high) {
                if (low * high > 0) {
                  throw new IllegalArgumentException("no sign change: " + low * high);
                }
                return low;
              }
            }
            """);
  }

  @Test
  void aBoundaryThatTheMessageRulesOutStays() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              void size(int n) {
                if (n <= 0) {
                  throw new IllegalArgumentException("size " + n); // crash
                }
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "size -3")
        .expectNothing();
  }

  @Test
  void theOperandThatTheMessageShowsIsDropped() {
    List<CandidateFix> fixes =
        scenario()
            .file(
                "Zone.java",
                """
                class Zone {
                  int offset(int minutes) {
                    if (minutes < 0 || minutes > 59) {
                      throw new IllegalArgumentException("Minutes: " + minutes); // crash
                    }
                    return minutes * 60;
                  }
                }
                """)
            .fails("java.lang.IllegalArgumentException", "Minutes: -15")
            .checked();
    assertTrue(fixes.size() == 1, fixes::toString);
    assertTrue(fixes.get(0).edits().get(0).patched().contains("if (minutes > 59) {"));
  }

  @Test
  void aSwitchThatTheSameCheckAsksElsewhereIsAskedHereToo() {
    scenario()
        .file(
            "Writer.java",
            """
            class Writer {
              private boolean relaxed;
              void write(double x) {
                if (Double.isNaN(x) || Double.isInfinite(x)) {
                  throw new IllegalArgumentException("not finite: " + x); // crash
                }
              }
              void write(Number n) {
                String text = n.toString();
                if (!relaxed && text.equals("NaN")) {
                  throw new IllegalArgumentException("not finite: " + n);
                }
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "not finite: NaN")
        .expectFirst(
            """
            class Writer {
              private boolean relaxed;
              void write(double x) {
                if (!relaxed && (Double.isNaN(x) || Double.isInfinite(x))) {
                  throw new IllegalArgumentException("not finite: " + x);
                }
              }
              void write(Number n) {
                String text = n.toString();
                if (!relaxed && text.equals("NaN")) {
                  throw new IllegalArgumentException("not finite: " + n);
                }
              }
            }
            """);
  }

  @Test
  void aLocalOfTheSameNameIsNoSwitch() {
    scenario()
        .file(
            "Writer.java",
            """
            class Writer {
              private boolean relaxed;
              void write(String x) {
                if (x.isEmpty()) {
                  throw new IllegalArgumentException("empty"); // crash
                }
              }
              void other(boolean relaxed) {
                if (!relaxed) {
                  throw new IllegalArgumentException("strict");
                }
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "empty")
        .expectNothing();
  }

  @Test
  void whatIsAskedBeforeAReturnIsAskedNoMore() {
    scenario()
        .file(
            "Numbers.java",
            """
            class Numbers {
              long parse(String text, String fraction) {
                if (fraction == null && digits(text.substring(1)) && digits(text.substring(0, 1))) {
                  return Long.parseLong(text);
                }
                throw new NumberFormatException(text + " is no number"); // crash
              }
              static boolean digits(String text) {
                return !text.isEmpty() && Character.isDigit(text.charAt(0));
              }
            }
            """)
        .fails("java.lang.NumberFormatException", "1 is no number")
        .expectFirst(
            """
            class Numbers {
              long parse(String text, String fraction) {
                if (fraction == null && digits(text.substring(0, 1))) {
                  return Long.parseLong(text);
                }
                throw new NumberFormatException(text + " is no number");
              }
              static boolean digits(String text) {
                return !text.isEmpty() && Character.isDigit(text.charAt(0));
              }
            }
            """);
  }

  @Test
  void anExceptionOfTheJdkIsNoCheckOfTheProject() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int parse(String text) {
                if (text.length() >= 3) {
                  return Integer.parseInt(text); // crash
                }
                throw new NumberFormatException(text);
              }
            }
            """)
        .insideOf("java.lang.Integer", "parseInt")
        .fails("java.lang.NumberFormatException", "For input string: \"abc\"")
        .expectNothing();
  }
}
