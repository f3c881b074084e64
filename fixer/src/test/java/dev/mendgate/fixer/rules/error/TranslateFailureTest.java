package dev.mendgate.fixer.rules.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class TranslateFailureTest {
  private static final String OWN =
      "class BadInput extends RuntimeException {\n  BadInput(String why) {\n    super(why);\n  }\n}\n";

  private static RuleScenario scenario() {
    return RuleScenario.of(new TranslateFailure())
        .fails("java.lang.NumberFormatException", "For input string: \"x\"")
        .insideOf("java.lang.Integer", "parseInt");
  }

  @Test
  void theDeclaredExceptionTellsOfBadInput() {
    CandidateFix fix =
        scenario()
            .file(
                "A.java",
                "import java.io.IOException;\n\nclass A {\n  int f(String s) throws IOException {\n"
                    + "    final int n = Integer.parseInt(s); // crash\n    return n + 1;\n  }\n}\n")
            .expectFirst(
                "import java.io.IOException;\n\nclass A {\n  int f(String s) throws IOException {\n"
                    + "    final int n;\n    try {\n      n = Integer.parseInt(s);\n"
                    + "    } catch (NumberFormatException e) {\n"
                    + "      throw new IOException(\"f failed: \" + e.getMessage(), e);\n"
                    + "    }\n    return n + 1;\n  }\n}\n");
    assertEquals(Effect.THROWS, fix.effect());
    assertEquals("java.io.IOException", fix.throwsInstead());
  }

  @Test
  void theDocumentedExceptionKeepsTheCauseWithoutAConstructorForIt() {
    scenario()
        .file("BadInput.java", OWN)
        .file(
            "A.java",
            "class A {\n  /**\n   * Reads.\n   *\n   * @throws BadInput for no number\n   */\n"
                + "  int f(String s) {\n    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectFirst(
            "class A {\n  /**\n   * Reads.\n   *\n   * @throws BadInput for no number\n   */\n"
                + "  int f(String s) {\n    try {\n      return Integer.parseInt(s);\n"
                + "    } catch (NumberFormatException e) {\n"
                + "      throw (BadInput) new BadInput(\"f failed: \" + e.getMessage()).initCause(e);\n"
                + "    }\n  }\n}\n");
  }

  @Test
  void aWrongElementIsABadArgument() {
    RuleScenario.of(new TranslateFailure())
        .fails("java.lang.ArrayStoreException", "java.lang.Integer")
        .file(
            "A.java",
            "class A {\n  void f(Object[] to, Object o) {\n    to[0] = o; // crash\n  }\n}\n")
        .expectFirst(
            "class A {\n  void f(Object[] to, Object o) {\n    try {\n      to[0] = o;\n"
                + "    } catch (ArrayStoreException e) {\n"
                + "      throw new IllegalArgumentException(\"f failed: \" + e.getMessage(), e);\n"
                + "    }\n  }\n}\n");
  }

  @Test
  void ofTwoPromisesTheOneAboutArgumentsIsMeant() {
    String doc =
        "class A {\n  /**\n   * Reads.\n   *\n   * @throws IllegalStateException when closed\n"
            + "   * @throws IllegalArgumentException for a bad class\n   */\n";
    RuleScenario.of(new TranslateFailure())
        .fails("java.lang.ClassCastException", "Cannot cast java.lang.String to java.lang.Integer")
        .insideOf("java.lang.Class", "cast")
        .file(
            "A.java",
            doc
                + "  <T> T f(Class<T> type, Object o) {\n    return type.cast(o); // crash\n  }\n}\n")
        .expectFirst(
            doc
                + "  <T> T f(Class<T> type, Object o) {\n    try {\n      return type.cast(o);\n"
                + "    } catch (ClassCastException e) {\n"
                + "      throw new IllegalArgumentException(\"f failed: \" + e.getMessage(), e);\n"
                + "    }\n  }\n}\n");
  }

  @Test
  void withoutAPromiseANumberFormatIsLeftAlone() {
    scenario()
        .file(
            "A.java",
            "class A {\n  int f(String s) {\n    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void aNullIsNoMatterOfTranslation() {
    RuleScenario.of(new TranslateFailure())
        .file(
            "A.java",
            "import java.io.IOException;\n\nclass A {\n  int f(String s) throws IOException {\n"
                + "    return s.length(); // crash\n  }\n}\n")
        .expectNothing();
  }
}
