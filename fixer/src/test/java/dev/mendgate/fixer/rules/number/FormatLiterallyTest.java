package dev.mendgate.fixer.rules.number;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class FormatLiterallyTest {
  private static RuleScenario format() {
    return RuleScenario.of(new FormatLiterally())
        .fails("java.util.UnknownFormatConversionException", "Conversion = 'z'")
        .insideOf("java.lang.String", "format");
  }

  private static RuleScenario pattern(String call) {
    return RuleScenario.of(new FormatLiterally())
        .fails("java.util.regex.PatternSyntaxException", "Unclosed group near index 1")
        .insideOf(call.equals("compile") ? "java.util.regex.Pattern" : "java.lang.String", call);
  }

  private static String method(String body) {
    return "class A {\n  String f(String s, String t) {\n    " + body;
  }

  @Test
  void aTextWithoutArgumentsNeedsNoFormat() {
    format()
        .file("A.java", method("return String.format(s); // crash\n  }\n}\n"))
        .expectFirst(method("return s;\n  }\n}\n"));
  }

  @Test
  void aTextWithinAFormatIsEscaped() {
    format()
        .file("A.java", method("return String.format(s + \": %s\", t); // crash\n  }\n}\n"))
        .expectFirst(
            method(
                "return String.format(String.valueOf(s).replace(\"%\", \"%%\") + \": %s\", t);\n"
                    + "  }\n}\n"));
  }

  @Test
  void aTextWithinAPatternIsQuoted() {
    String head = "import java.util.regex.Pattern;\n\n";
    pattern("replaceAll")
        .file("A.java", head + method("return s.replaceAll(t + \"+\", \"\"); // crash\n  }\n}\n"))
        .expectFirst(
            head + method("return s.replaceAll(Pattern.quote(t) + \"+\", \"\");\n  }\n}\n"));
  }

  @Test
  void aConstantPatternIsWrongInItself() {
    pattern("replaceAll")
        .file("A.java", method("return s.replaceAll(\"(\", t); // crash\n  }\n}\n"))
        .expectNothing();
  }
}
