package dev.mendgate.fixer.rules.check;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class AcceptVariantTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new AcceptVariant());
  }

  @Test
  void aPrefixIsAcceptedInBothCases() {
    scenario()
        .file(
            "Colours.java",
            """
            class Colours {
              int read(String text) {
                if (text.startsWith("rgb:") || text.startsWith("+rgb:")) {
                  return text.length();
                }
                throw new IllegalArgumentException("no colour: " + text); // crash
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "no colour: RGB:00ff00")
        .expectFirst(
            """
            class Colours {
              int read(String text) {
                if (text.startsWith("rgb:") || text.startsWith("+rgb:") || text.startsWith("RGB:") || text.startsWith("+RGB:")) {
                  return text.length();
                }
                throw new IllegalArgumentException("no colour: " + text);
              }
            }
            """);
  }

  @Test
  void textThatIsRefusedForAnotherReasonIsLeftAlone() {
    scenario()
        .file(
            "Colours.java",
            """
            class Colours {
              int read(String text) {
                if (text.startsWith("rgb:")) {
                  return text.length();
                }
                throw new IllegalArgumentException("no colour: " + text); // crash
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "no colour: CMYK:1")
        .expectNothing();
  }

  @Test
  void aSeparatorAtTheEndIsNoUnit() {
    scenario()
        .file(
            "Lengths.java",
            """
            class Lengths {
              double read(String text) {
                int point = text.indexOf('.');
                char last = text.charAt(text.length() - 1);
                if (!Character.isDigit(last)) {
                  if (last == 'm') {
                    return point;
                  }
                  throw new IllegalArgumentException(text + " has no unit"); // crash
                }
                return Double.parseDouble(text);
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "7. has no unit")
        .expectFirst(
            """
            class Lengths {
              double read(String text) {
                int point = text.indexOf('.');
                char last = text.charAt(text.length() - 1);
                if (!Character.isDigit(last) && last != '.') {
                  if (last == 'm') {
                    return point;
                  }
                  throw new IllegalArgumentException(text + " has no unit");
                }
                return Double.parseDouble(text);
              }
            }
            """);
  }
}
