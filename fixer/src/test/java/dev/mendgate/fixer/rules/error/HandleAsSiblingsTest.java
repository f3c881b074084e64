package dev.mendgate.fixer.rules.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class HandleAsSiblingsTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new HandleAsSiblings())
        .fails("java.lang.NumberFormatException", "For input string: \"x\"")
        .insideOf("java.lang.Integer", "parseInt");
  }

  private static String reader(String handler) {
    return "class A {\n  static int width(String s) {\n    try {\n      return Integer.parseInt(s);\n"
        + "    } catch (NumberFormatException e) {\n"
        + handler
        + "    }\n  }\n\n  static int height(String s) {\n";
  }

  @Test
  void theHandlerOfTheSiblingIsTaken() {
    assertEquals(
        Effect.DEFAULTS,
        scenario()
            .file(
                "A.java",
                reader("      return -1;\n") + "    return Integer.parseInt(s); // crash\n  }\n}\n")
            .expectFirst(
                reader("      return -1;\n")
                    + "    try {\n      return Integer.parseInt(s);\n"
                    + "    } catch (NumberFormatException e) {\n      return -1;\n    }\n  }\n}\n")
            .effect());
  }

  @Test
  void aHandlerOfAWiderTypeThrowsWhatTheFileThrows() {
    String sibling =
        reader("      throw new IllegalStateException(\"no number: \" + s, e);\n")
            .replace("NumberFormatException", "IllegalArgumentException");
    scenario()
        .file(
            "A.java",
            sibling + "    int n = Integer.parseInt(s); // crash\n    return n;\n  }\n}\n")
        .expectFirst(
            sibling
                + "    int n;\n    try {\n      n = Integer.parseInt(s);\n"
                + "    } catch (IllegalArgumentException e) {\n"
                + "      throw new IllegalStateException(\"no number: \" + s, e);\n"
                + "    }\n    return n;\n  }\n}\n");
  }

  @Test
  void aHandlerThatNeedsWhatIsNotThereIsLeft() {
    String sibling =
        reader("      return fallback;\n")
            .replace("width(String s)", "width(String s, int fallback)");
    scenario()
        .file("A.java", sibling + "    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void aHandlerForAnythingIsNoExample() {
    scenario()
        .file(
            "A.java",
            reader("      return -1;\n").replace("NumberFormatException", "Exception")
                + "    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectNothing();
  }
}
