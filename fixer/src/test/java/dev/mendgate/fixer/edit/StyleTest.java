package dev.mendgate.fixer.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.source.SourceParser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StyleTest {
  @Test
  void addedCodeTakesTheIndentationBracesAndLineEndingsOfTheFile() {
    String text =
        "class A\r\n{\r\n\tint f(int a)\r\n\t{\r\n\t\tif (a > 0)\r\n\t\t{\r\n\t\t\treturn 1;\r\n"
            + "\t\t}\r\n\t\treturn 2;\r\n\t}\r\n}\r\n";

    assertEquals(
        "if (a)\r\n\t\t{\r\n\t\t\treturn;\r\n\t\t}",
        style(text).ifBlock("\t\t", "a", List.of("return;")));
  }

  @Test
  void twoSpacesAndBracesAtTheEndOfALine() {
    String text = "class A {\n  void f() {\n    if (true) {\n      f();\n    }\n  }\n}\n";

    assertEquals(
        "if (a) {\n      return;\n    }", style(text).ifBlock("    ", "a", List.of("return;")));
    assertEquals("a(\n    b,\n\n    c)", style(text).shifted("a(\n  b,\n\n  c)"));
  }

  private static Style style(String text) {
    return Style.of(new SourceParser().parse("A.java", text).orElseThrow());
  }
}
