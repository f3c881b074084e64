package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class LogicalSizeTest {
  private static final String TEXT =
      """
      class Text {
        char[] letters = new char[32];
        int filled;

        void add(char c) {
          letters[filled++] = c;
        }

        int find(char c) {
          for (int i = 0; i < %s; i++) {
            if (letters[i] == c) {
              return i;
            }
          }
          return -1;
        }

        void cut(char c) {
          int at = find(c);
          System.arraycopy(letters, at + 1, letters, at, filled - at - 1);%s
          filled--;
        }
      }
      """;

  private static RuleScenario at(String text) {
    return RuleScenario.of(new LogicalSize())
        .file("Text.java", text)
        .insideOf("java.lang.System", "arraycopy")
        .fails("java.lang.ArrayIndexOutOfBoundsException", "arraycopy: length -6 is negative");
  }

  @Test
  void aSearchEndsWhereTheBufferIsFilled() {
    at(TEXT.formatted("letters.length", " // crash")).expectFirst(TEXT.formatted("filled", ""));
  }

  @Test
  void aSearchForSeveralElementsTakesTheLastPlaceToo() {
    String two =
        TEXT.replace("i < %s", "i < end")
            .replace("    for (int i", "    int end = %s;\n    for (int i");
    at(two.formatted("letters.length - 2", " // crash"))
        .expectFirst(two.formatted("filled - 2 + 1", ""));
  }

  @Test
  void aSearchThatEndsThereAlreadyIsLeftAlone() {
    at(TEXT.formatted("filled", " // crash")).expectNothing();
  }

  @Test
  void anArrayWithoutACountIsFullAlways() {
    String plain =
        TEXT.replace("letters[filled++] = c", "letters[0] = c")
            .replace("letters, at, filled", "letters, at, letters.length");
    at(plain.formatted("letters.length", " // crash")).expectNothing();
  }
}
