package dev.mendgate.fixer.rules.types;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class PassOverOtherClassTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new PassOverOtherClass())
        .fails(
            "java.lang.ClassCastException",
            "class java.lang.Integer cannot be cast to class java.lang.String (in java.base)");
  }

  private static String loop(String body) {
    return "import java.util.Iterator;\n\nclass A {\n  int f(Iterator<?> all) {\n    int n = 0;\n"
        + "    while (all.hasNext()) {\n"
        + body
        + "      n += text.length();\n    }\n    return n;\n  }\n}\n";
  }

  @Test
  void anElementOfAnotherClassIsLeftAsItIs() {
    scenario()
        .file("A.java", loop("      final String text = (String) all.next(); // crash\n"))
        .expectFirst(
            loop(
                "      final Object next = all.next();\n      if (!(next instanceof String)) {\n"
                    + "        continue;\n      }\n      final String text = (String) next;\n"));
  }

  @Test
  void outsideOfALoopThereIsNothingToGoOnWith() {
    scenario()
        .file(
            "A.java",
            "import java.util.Iterator;\n\nclass A {\n  int f(Iterator<?> all) {\n"
                + "    String text = (String) all.next(); // crash\n    return text.length();\n  }\n}\n")
        .expectNothing();
  }
}
