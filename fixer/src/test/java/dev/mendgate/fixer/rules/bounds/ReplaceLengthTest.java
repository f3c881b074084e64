package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ReplaceLengthTest {
  private static final String ARRAY = "java.lang.ArrayIndexOutOfBoundsException";
  private static final String STRING = "java.lang.StringIndexOutOfBoundsException";

  private static final String COLUMN =
      """
      class Column {
        char[] line = new char[80];
        int at;

        void put(String text, int width) {
          int given = text.length();
          if (given >= width) {
            text.getChars(0, %s, line, at);%s
          } else {
            text.getChars(0, given, line, at);
          }
          at += width;
        }
      }
      """;

  private static RuleScenario scenario() {
    return RuleScenario.of(new ReplaceLength());
  }

  @Test
  void noMoreIsCopiedThanTheBranchSaysThereIsRoomFor() {
    scenario()
        .file("Column.java", COLUMN.formatted("given", " // crash"))
        .insideOf("java.lang.String", "getChars")
        .fails(STRING, "offset 0, count 90, length 80")
        .expectFirst(COLUMN.formatted("width", ""));
  }

  @Test
  void theSmallerOfTwoLengthsIsWhatBothHave() {
    String text =
        """
        class A {
          void f(int[] from, int[] to) {
            System.arraycopy(from, 0, to, 0, Math.%s(from.length, to.length));%s
          }
        }
        """;
    scenario()
        .file("A.java", text.formatted("max", " // crash"))
        .insideOf("java.lang.System", "arraycopy")
        .fails(ARRAY, "arraycopy: last source index 4 out of bounds for int[2]")
        .expectFirst(text.formatted("min", ""));
  }

  @Test
  void aLengthThatNothingComparesStays() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              String f(String s, int n) {
                return s.substring(0, n); // crash
              }
            }
            """)
        .insideOf("java.lang.String", "substring")
        .fails(STRING, "begin 0, end 4, length 3")
        .expectNothing();
  }
}
