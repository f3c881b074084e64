package dev.mendgate.fixer.rules.check;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class DropCheckTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new DropCheck());
  }

  @Test
  void theWholeCheckGoes() {
    scenario()
        .file(
            "Writer.java",
            """
            class Writer {
              private int depth;
              void value(boolean root) {
                if (depth == 0 && !root) {
                  throw new IllegalStateException("open something first"); // crash
                }
                depth++;
              }
            }
            """)
        .fails("java.lang.IllegalStateException", "open something first")
        .withoutSecondRun()
        .expectFirst(
            """
            class Writer {
              private int depth;
              void value(boolean root) {
                depth++;
              }
            }
            """);
  }

  @Test
  void aCheckWithACommentStays() {
    scenario()
        .file(
            "Writer.java",
            """
            class Writer {
              void value(int depth) {
                if (depth == 0) {
                  // readers rely on this
                  throw new IllegalStateException("open something first"); // crash
                }
              }
            }
            """)
        .fails("java.lang.IllegalStateException", "open something first")
        .expectNothing();
  }
}
