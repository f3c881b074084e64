package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class DropEstimateTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new DropEstimate());
  }

  private static String join(String one, String other) {
    return """
        class Join {
          static String all(Object[] parts) {
            StringBuilder out = new StringBuilder(%s);
            for (Object part : parts) {
              out.append(part);
            }
            return out.toString();
          }

          static String all(Object[] parts, String between) {
            StringBuilder out = new StringBuilder(%s);
            for (Object part : parts) {
              out.append(part).append(between);
            }
            return out.toString();
          }
        }
        """
        .formatted(one, other);
  }

  @Test
  void theEstimateGoesHereAndInTheOverload() {
    String length = "parts[0].toString().length()";
    scenario()
        .file(
            "Join.java",
            join(length + " + 1", length + " + 2").replaceFirst("1\\);", "1); // crash"))
        .expectFirst(join("", ""));
  }

  @Test
  void whatTheBufferStartsWithIsNoEstimate() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              StringBuilder f(Object o) {
                return new StringBuilder(o.toString()); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void theSizeOfAnArrayIsNoEstimate() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              java.util.BitSet f(String s) {
                return new java.util.BitSet(s.length()); // crash
              }
            }
            """)
        .expectNothing();
  }
}
