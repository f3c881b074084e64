package dev.mendgate.fixer.rules.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullTwinsTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullTwins());
  }

  private static String lanes(String left, String right) {
    return """
        import java.util.*;

        class Lanes {
          Map<String, List<String>> left = new HashMap<>();
          Map<String, List<String>> right = new HashMap<>();

          boolean removeLeftSign(String lane, String sign) {
            List<String> signs = signs(lane);
        %s    return signs.remove(sign);%s
          }

          boolean removeRightSign(String lane, String sign) {
            List<String> signs = signs(lane);
        %s    return signs.remove(sign);
          }

          List<String> signs(String lane) {
            return left.get(lane);
          }
        }
        """
        .formatted(left, left.isEmpty() ? " // crash" : "", right);
  }

  @Test
  void aVariantOfAnotherNameGetsTheSameGuard() {
    String guard = "    if (signs == null) {\n      return false;\n    }\n";
    CandidateFix fix =
        scenario().file("Lanes.java", lanes("", "")).expectAmong(lanes(guard, guard));
    assertTrue(fix.rationale().contains("`removeRightSign` (Lanes.java:14)"), fix::rationale);
  }

  @Test
  void aCopyInAnotherClassIsMendedByTheSamePatch() {
    String copy =
        """
        class %s {
          int width(String text) {
            return text.length() * 2;%s
          }
        }
        """;
    CandidateFix fix =
        scenario()
            .file("p/RoundShape.java", copy.formatted("RoundShape", " // crash"))
            .file("p/FlatShape.java", copy.formatted("FlatShape", ""))
            .checked()
            .get(0);
    assertEquals(2, fix.edits().size());
    fix.edits().forEach(edit -> assertTrue(edit.patched().contains("text == null")));
  }

  @Test
  void aTwinThatChecksNeedsNothing() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String s) {
                return s.length() + 1; // crash
              }

              int f(String s, int i) {
                if (s == null) {
                  return 0;
                }
                return s.length() + 1;
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void anUnrelatedMethodIsNoTwin() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int width(String s) {
                return s.length() + 1; // crash
              }

              int deepest(String s) {
                return s.length() + 1;
              }
            }
            """)
        .expectNothing();
  }
}
