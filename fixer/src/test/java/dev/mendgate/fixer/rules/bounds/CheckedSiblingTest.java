package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CheckedSiblingTest {
  private static final String STRING = "java.lang.StringIndexOutOfBoundsException";

  private static final String TAPE =
      """
      class Tape {
        private final String text;
        private int at;

        Tape(String text) {
          this.text = text;
        }

        char take() {
          char c = text.charAt(at);%s
          at++;
          return c;
        }

        void step() {
          if (at < text.length()) {
            at++;
          }
        }
      }
      """;

  private static final String READER =
      """
      class Reader {
        char last;

        void skip(Tape tape) {
          %s
        }
      }
      """;

  private static RuleScenario at(String statement) {
    return RuleScenario.of(new CheckedSibling())
        .file("Tape.java", TAPE.formatted(" // crash"))
        .file("Reader.java", READER.formatted(statement + " // crash 1"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 3");
  }

  @Test
  void aStepWhoseResultNobodyUsesIsTakenByTheMethodThatChecks() {
    at("tape.take();").expectFirst(READER.formatted("tape.step();"));
  }

  @Test
  void aResultThatIsUsedNeedsTheMethodThatReturnsIt() {
    at("last = tape.take();").expectNothing();
  }

  @Test
  void aMethodThatChangesSomethingElseIsNoReplacement() {
    RuleScenario.of(new CheckedSibling())
        .file(
            "Tape.java",
            TAPE.formatted(" // crash").replace("    at++;\n    }", "    at = 0;\n    }"))
        .file("Reader.java", READER.formatted("tape.take(); // crash 1"))
        .insideOf("java.lang.String", "charAt")
        .fails(STRING, "String index out of range: 3")
        .expectNothing();
  }
}
