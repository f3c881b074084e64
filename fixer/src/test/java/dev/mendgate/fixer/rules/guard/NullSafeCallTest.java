package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class NullSafeCallTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new NullSafeCall());
  }

  private static String file(String imports, String expression) {
    return "package a;\n"
        + imports
        + "\nclass A {\n  Object f(Object o, String other) {\n    return "
        + expression
        + ";\n  }\n}\n";
  }

  @Test
  void twoValuesAreComparedByTheJdk() {
    scenario()
        .file("a/A.java", file("", "o.equals(other)").replace(";\n  }", "; // crash\n  }"))
        .expectFirst(file("\nimport java.util.Objects;\n", "Objects.equals(o, other)"));
  }

  @Test
  void theComparisonIsSpelledOutForThoseWhoDoNotWantTheImport() {
    scenario()
        .file("a/A.java", file("", "o.equals(other)").replace(";\n  }", "; // crash\n  }"))
        .expectAmong(file("", "(o == null ? other == null : o.equals(other))"));
  }

  @Test
  void aLiteralGoesFirst() {
    scenario()
        .file("a/A.java", file("", "o.equals(\"x\")").replace(";\n  }", "; // crash\n  }"))
        .expectFirst(file("", "\"x\".equals(o)"));
  }

  @Test
  void nullReadsNull() {
    scenario()
        .file("a/A.java", file("", "\"<\" + o.toString()").replace(";\n  }", "; // crash\n  }"))
        .expectFirst(file("", "\"<\" + String.valueOf(o)"));
  }

  @Test
  void anotherMethodHasNoNullSafeForm() {
    scenario()
        .file("a/A.java", file("", "other.trim()").replace(";\n  }", "; // crash\n  }"))
        .expectNothing();
  }
}
