package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class UnboxMissingKeyTest {
  private static final String NPE = "java.lang.NullPointerException";
  private static final String MESSAGE =
      "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
          + " \"java.util.Map.get(Object)\" is null";

  private static RuleScenario scenario() {
    return RuleScenario.of(new UnboxMissingKey()).fails(NPE, MESSAGE);
  }

  private static String file(String type, String body) {
    return "import java.util.Map;\n\nclass A {\n  private Map<String, "
        + type
        + "> counts;\n\n  int f(String key) {\n"
        + body
        + "  }\n}\n";
  }

  @Test
  void aKeyThatIsAbsentCountsAsZero() {
    scenario()
        .file("A.java", file("Integer", "    return counts.get(key); // crash\n"))
        .expectFirst(file("Integer", "    return counts.getOrDefault(key, 0);\n"));
  }

  @Test
  void zeroIsWrittenInTheTypeOfTheMap() {
    scenario()
        .fails(NPE, MESSAGE.replace("Integer.int", "Long.long"))
        .file("A.java", file("Long", "    return (int) (1 + counts.get(key)); // crash\n"))
        .expectFirst(file("Long", "    return (int) (1 + counts.getOrDefault(key, 0L));\n"));
  }

  @Test
  void aValueThatIsNotUnboxedIsLeftAlone() {
    scenario()
        .file("A.java", file("String", "    return counts.get(key).length(); // crash\n"))
        .expectNothing();
  }
}
