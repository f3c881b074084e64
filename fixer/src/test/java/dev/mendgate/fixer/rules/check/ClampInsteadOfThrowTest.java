package dev.mendgate.fixer.rules.check;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ClampInsteadOfThrowTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new ClampInsteadOfThrow());
  }

  @Test
  void aMarginThatIsTooWideEndsBeforeTheWidth() {
    scenario()
        .file(
            "Page.java",
            """
            class Page {
              int room(int width, int margin) {
                if (margin >= width) {
                  throw new IllegalStateException("no room"); // crash
                }
                return width - margin;
              }
            }
            """)
        .fails("java.lang.IllegalStateException", "no room")
        .expectFirst(
            """
            class Page {
              int room(int width, int margin) {
                if (margin >= width) {
                  margin = width - 1;
                }
                return width - margin;
              }
            }
            """);
  }

  @Test
  void theLimitMayStandFirst() {
    scenario()
        .file(
            "Page.java",
            """
            class Page {
              double share(double part) {
                if (1.0 < part)
                  throw new IllegalArgumentException("too much"); // crash
                return part;
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "too much")
        .expectFirst(
            """
            class Page {
              double share(double part) {
                if (1.0 < part)
                  part = 1.0;
                return part;
              }
            }
            """);
  }

  @Test
  void aFinalParameterKeepsItsValue() {
    scenario()
        .file(
            "Page.java",
            """
            class Page {
              int room(final int margin, final int width) {
                if (margin > width) {
                  throw new IllegalStateException("no room"); // crash
                }
                return width - margin;
              }
            }
            """)
        .fails("java.lang.IllegalStateException", "no room")
        .expectNothing();
  }

  @Test
  void aFractionHasNoNeighbour() {
    scenario()
        .file(
            "Page.java",
            """
            class Page {
              double share(double part, double whole) {
                if (part >= whole) {
                  throw new IllegalArgumentException("too much"); // crash
                }
                return part / whole;
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "too much")
        .expectNothing();
  }
}
