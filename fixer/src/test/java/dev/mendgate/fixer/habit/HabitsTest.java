package dev.mendgate.fixer.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.RuleScenario;
import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import dev.mendgate.fixer.rules.guard.GuardNullThrow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HabitsTest {
  private static final String CHECKS =
      """
      package shop.base;
      public final class Checks {
        public static void given(Object value, String name) {
          if (value == null) {
            throw new IllegalArgumentException("Missing: " + name);
          }
        }
      }
      """;

  @Test
  void theProjectsOwnCheckIsCalledAndImported() {
    CandidateFix fix =
        RuleScenario.of(new GuardNullThrow())
            .file("src/shop/base/Checks.java", CHECKS)
            .file(
                "src/shop/Price.java",
                """
                package shop;
                import shop.base.Checks;
                class Price {
                  void set(String value) {
                    Checks.given(value, "value");
                  }
                  void put(String key) {
                    Checks.given(key, "key");
                  }
                }
                """)
            .file(
                "src/shop/Label.java",
                """
                package shop;

                class Label {
                  int width(String text) {
                    return text.length(); // crash
                  }
                }
                """)
            .withoutSecondRun()
            .expectFirst(
                """
                package shop;

                import shop.base.Checks;

                class Label {
                  int width(String text) {
                    Checks.given(text, "text");
                    return text.length();
                  }
                }
                """);
    assertEquals("java.lang.IllegalArgumentException", fix.throwsInstead());
  }

  @Test
  void theWordingAroundIsTakenOver() {
    RuleScenario.of(new GuardNullThrow())
        .file(
            "src/shop/Label.java",
            """
            package shop;

            class Label {
              private String text;

              void set(String text) {
                if (text == null) {
                  throw new IllegalArgumentException("Null 'text' argument.");
                }
                this.text = text;
              }

              int width(String other) {
                return other.length(); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            class Label {
              private String text;

              void set(String text) {
                if (text == null) {
                  throw new IllegalArgumentException("Null 'text' argument.");
                }
                this.text = text;
              }

              int width(String other) {
                if (other == null) {
                  throw new IllegalArgumentException("Null 'other' argument.");
                }
                return other.length();
              }
            }
            """);
  }

  @Test
  void theProjectsOwnExceptionIsThrownWhereItIsUnchecked() {
    String usual =
        """
        package shop;

        class Label {
          void set(String text) {
            if (text == null) {
              throw new LabelException("text missing");
            }
          }

          int width(String other) {
            return other.length(); // crash
          }
        }
        """;
    for (boolean unchecked : List.of(true, false)) {
      CandidateFix fix =
          RuleScenario.of(new GuardNullThrow())
              .file(
                  "src/shop/LabelException.java",
                  """
                  package shop;
                  class LabelException extends %s {
                    LabelException(String text) { super(text); }
                  }
                  """
                      .formatted(unchecked ? "RuntimeException" : "Exception"))
              .file(
                  "src/shop/Label.java",
                  unchecked
                      ? usual
                      : usual.replace("set(String text) {", "set(String text) throws Exception {"))
              .checked()
              .get(0);
      assertEquals(
          unchecked ? "shop.LabelException" : "java.lang.IllegalArgumentException",
          fix.throwsInstead());
      String thrown = unchecked ? "LabelException(\"other missing\")" : "Argument";
      assertTrue(fix.edits().get(0).patched().contains(thrown), fix.edits().get(0).patched());
    }
  }

  @Test
  void documentationThatForbidsNullSpeaksForTheError() {
    assertTrue(
        share(documented("must not be null"), PastFixes.NONE)
            > share(documented("of any sort"), PastFixes.NONE));
    assertTrue(
        share(documented("may be <code>null</code>"), PastFixes.NONE)
            < share(documented("of any sort"), PastFixes.NONE));
  }

  @Test
  void pastFixesSpeakForTheirShapeAndAreNamed() {
    List<PastFixes.Fix> fixes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      fixes.add(
          new PastFixes.Fix("abcdef0123456789".repeat(2), "Other.java", Kind.NULL, Shape.RETURN));
    }
    PastFixes past = new PastFixes(fixes);
    String text = documented("of any sort");
    assertTrue(share(text, past) < share(text, PastFixes.NONE));
    assertTrue(
        propose(text, past).stream()
            .anyMatch(
                fix ->
                    fix.rationale()
                        .contains(
                            "This repository fixed 7 such failures by returning early, last in"
                                + " abcdef012345.")));
  }

  private static String documented(String words) {
    return """
    package shop;
    class Label {
      /**
       * Measures.
       *
       * @param text a text %s
       */
      int width(String text) {
        return text.length();
      }
    }
    """
        .formatted(words);
  }

  /** How the best explicit error stands against the best early return. */
  private static double share(String text, PastFixes past) {
    List<CandidateFix> fixes = propose(text, past);
    double error = best(fixes, true);
    return error / (error + best(fixes, false));
  }

  private static double best(List<CandidateFix> fixes, boolean error) {
    return fixes.stream()
        .filter(fix -> (fix.effect() == Effect.THROWS) == error)
        .filter(fix -> error || fix.title().startsWith("Return"))
        .mapToDouble(CandidateFix::confidence)
        .max()
        .orElseThrow();
  }

  private static List<CandidateFix> propose(String text, PastFixes past) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("src/shop/Label.java", text);
    Frame frame = new Frame("shop.Label", "width", "Label.java", 9);
    return Proposer.withInstalledRules()
        .propose(
            new Failure("java.lang.NullPointerException", null, List.of(frame)),
            List.of(new CrashSite("src/shop/Label.java", 9, frame, 0)),
            new MemoryTree(files),
            past)
        .fixes();
  }
}
