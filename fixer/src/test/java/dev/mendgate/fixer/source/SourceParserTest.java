package dev.mendgate.fixer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceParserTest {
  private final SourceParser parser = new SourceParser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {\n  int f = 1;\n}\n",
        "class A {\r\n\tint f = 1;\r\n}\r\n",
        "class A {\r  int f = 1;\r}",
        "class A {\n\r\n\r  String s = \"\\u000a \\u0041\";\r\n char c = '\\u00e9'; }",
        "class A {\f int f\f= 1; /* \t\u2028 */ int g = 2;\n int \u00e4\u00f6 = 3; }",
        "class A { String s = \"\uD83D\uDE00\"; int after = 1; }",
        "class A {\n  String s = \"\"\"\n      a\\u0022 b\n      \"\"\"; int after; }",
      })
  void positionsAreOffsetsOfTheText(String text) {
    assertPositionsAgree(parser.parse("A.java", text).orElseThrow());
  }

  @Test
  void positionsAreOffsetsInEveryFileOfThisModule() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src"))) {
      List<Path> files = paths.filter(path -> path.toString().endsWith(".java")).toList();
      assertTrue(files.size() > 10);
      for (Path path : files) {
        assertPositionsAgree(parser.parse(path.toString(), Files.readString(path)).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { int enum = 1; void f(java.util.Enumeration assert) { enum++; } }",
        "class A { int _ = 1; int yield = 2; int record = 3; int var = 4; }",
        "record R(int a) { sealed interface S permits T {} final class T implements S {} }",
        "class A { String f(Object o) { return switch (o) { case String s -> s; default -> \"\"; }; } }",
      })
  void readsJavaOfAnyAge(String text) {
    assertTrue(parser.parse("A.java", text).isPresent());
  }

  @Test
  void declinesWhatIsNotJava() {
    assertEquals(Optional.empty(), parser.parse("A.java", "class {"));
  }

  @Test
  void declinesWhatIsNestedTooDeep() {
    String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);

    assertEquals(Optional.empty(), parser.parse("A.java", "class A { int f = " + deep + "; }"));
  }

  private static void assertPositionsAgree(ParsedFile file) {
    file.unit()
        .walk(
            node -> {
              if (isSpan(node)) {
                assertEquals(tokens(node), file.textOf(node), node.getClass().getSimpleName());
              }
            });
  }

  private static String tokens(Node node) {
    return node.getTokenRange().orElseThrow().toString();
  }

  private static boolean isSpan(Node node) {
    return node.getRange().isPresent() && node.getTokenRange().isPresent();
  }
}
