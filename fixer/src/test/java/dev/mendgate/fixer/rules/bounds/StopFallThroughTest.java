package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class StopFallThroughTest {
  private static final String STRING = "java.lang.StringIndexOutOfBoundsException";

  private static final String WORDS =
      """
      class Words {
        static int kind(String word) {
          switch (word.length()) {
            case 1:
              return 1;
            case 2: {
              if (word.charAt(0) == 'o') {
                return 2;
              }%s
            }
            case 3: {
              if (word.charAt(2) == 'x') {%s
                return 3;
              }
            }
          }
          return 0;
        }
      }
      """;

  private static RuleScenario scenario() {
    return RuleScenario.of(new StopFallThrough());
  }

  @Test
  void aBranchThatForgotToEndDoesNotRunIntoTheNext() {
    scenario()
        .file("Words.java", WORDS.formatted("", " // crash"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 2")
        .expectFirst(WORDS.formatted("\n        break;", ""));
  }

  @Test
  void aRemarkSaysThatItIsMeant() {
    scenario()
        .file("Words.java", WORDS.formatted("\n        // falls through", " // crash"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 2")
        .expectNothing();
  }

  @Test
  void aBranchBehindOneThatLeavesIsReachedByItsOwnValueOnly() {
    scenario()
        .file("Words.java", WORDS.formatted("\n        return 9;", " // crash"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 2")
        .expectNothing();
  }
}
