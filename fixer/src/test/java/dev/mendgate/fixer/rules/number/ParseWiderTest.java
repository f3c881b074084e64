package dev.mendgate.fixer.rules.number;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ParseWiderTest {
  private static RuleScenario scenario(String text) {
    return RuleScenario.of(new ParseWider())
        .fails("java.lang.NumberFormatException", "For input string: \"" + text + "\"");
  }

  private static final String READERS =
      "  static Integer readInteger(String s) {\n    return Integer.valueOf(s); // crash\n  }\n\n"
          + "  static Long readLong(String s) {\n    return Long.valueOf(s);\n  }\n";

  @Test
  void theSiblingOfTheNextWiderTypeGoesOn() {
    scenario("3000000000")
        .file(
            "A.java",
            "class A {\n  static Number read(String s) {\n    return readInteger(s); // crash 1\n  }\n\n"
                + READERS
                + "}\n")
        .expectFirst(
            "class A {\n  static Number read(String s) {\n    try {\n      return readInteger(s);\n"
                + "    } catch (NumberFormatException e) {\n      return readLong(s);\n    }\n  }\n\n"
                + READERS.replace(" // crash", "")
                + "}\n");
  }

  @Test
  void aLongIsReadAsOne() {
    scenario("3000000000")
        .file(
            "A.java",
            "class A {\n  long f(String s) {\n    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectFirst("class A {\n  long f(String s) {\n    return Long.parseLong(s);\n  }\n}\n");
  }

  @Test
  void theBitsOfAnIntWithoutSignAreRead() {
    scenario("ffffffff")
        .file(
            "A.java",
            "class A {\n  int f(String s) {\n    return Integer.parseInt(s, 16); // crash\n  }\n}\n")
        .expectFirst(
            "class A {\n  int f(String s) {\n    return (int) Long.parseLong(s, 16);\n  }\n}\n");
  }

  @Test
  void whatIsNoNumberIsNotWidened() {
    scenario("abc?")
        .file(
            "A.java",
            "class A {\n  long f(String s) {\n    return Integer.parseInt(s); // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void aMethodThatPromisesAnIntegerIsLeftAlone() {
    scenario("3000000000").file("A.java", "class A {\n" + READERS + "}\n").expectNothing();
  }

  @Test
  void theNarrowestThatTakesItReplacesACount() {
    scenario("3000000000")
        .file(
            "A.java",
            "class A {\n  static Number read(String s) {\n    if (s.length() > 10) {\n"
                + "      return readLong(s);\n    }\n    return readInteger(s); // crash 1\n  }\n\n"
                + READERS
                + "}\n")
        .expectFirst(
            "class A {\n  static Number read(String s) {\n    try {\n      return readInteger(s);\n"
                + "    } catch (NumberFormatException e) {\n      return readLong(s);\n    }\n  }\n\n"
                + READERS.replace(" // crash", "")
                + "}\n");
  }
}
