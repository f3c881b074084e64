package dev.mendgate.fixer.rules.error;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CloseResourceTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new CloseResource())
        .fails("java.io.FileNotFoundException", "a.txt (Too many open files)");
  }

  private static String method(String body) {
    return "import java.io.FileReader;\nimport java.io.IOException;\n\nclass A {\n"
        + "  int f(String path) throws IOException {\n    int sum = 0;\n"
        + body
        + "    return sum;\n  }\n}\n";
  }

  @Test
  void theResourceIsClosedOnEveryWayOut() {
    scenario()
        .file(
            "A.java",
            method(
                "    FileReader in = new FileReader(path);\n    sum += in.read(); // crash\n"
                    + "    sum += in.read();\n    in.close();\n"))
        .expectFirst(
            method(
                "    try (FileReader in = new FileReader(path)) {\n      sum += in.read();\n"
                    + "      sum += in.read();\n    }\n"));
  }

  @Test
  void aResourceThatIsHandedOnIsLeftAlone() {
    scenario()
        .file(
            "A.java",
            method(
                "    FileReader in = new FileReader(path);\n"
                    + "    sum += new java.io.BufferedReader(in).read(); // crash\n    in.close();\n"))
        .expectNothing();
  }

  @Test
  void anotherFailureHasAnotherReason() {
    RuleScenario.of(new CloseResource())
        .file(
            "A.java",
            method(
                "    FileReader in = new FileReader(path);\n    sum += in.read(); // crash\n"
                    + "    in.close();\n"))
        .expectNothing();
  }
}
