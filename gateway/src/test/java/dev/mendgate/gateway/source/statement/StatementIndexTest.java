package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.index;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.statement.StatementsOf.TextFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementIndexTest {
  private static final String SLF4J = "import org.slf4j.*; class A { Logger log; void m() { ";

  @Test
  void aConditionalMessageCountsOnceForEachArm() {
    StatementIndex index = index(SLF4J + "log.info(\"door \" + (x ? \"open\" : \"shut\")); } }");

    assertEquals(1, index.byMessage("door open", null, null).size());
    assertEquals(1, index.byMessage("door shut", null, null).size());
    assertEquals(List.of(), index.byMessage("door ajar", null, null));
  }

  @Test
  void aFileThatDoesNotParseIsSkippedAndNamed() {
    StatementIndex index = index("class {", SLF4J + "log.info(\"fine\"); } }");

    assertEquals(List.of("F0.java"), index.skipped());
    assertEquals(1, index.statements().size());
  }

  @Test
  void theMostSpecificStatementWins() {
    StatementIndex index =
        index(
            SLF4J
                + "log.info(\"{} failed\", x);\nlog.info(\"order {} failed\", x);\n"
                + "log.info(\"{}\", x);\nlog.info(\"order {} failed twice\", x); } }");

    assertEquals(2, line(index, "order 7 failed"));
    assertEquals(4, line(index, "order 7 failed twice"));
    assertEquals(1, line(index, "payment failed"));
    assertEquals(List.of(), index.byMessage("nothing of the kind", null, null));
  }

  private static int line(StatementIndex index, String message) {
    List<Statement> found = index.byMessage(message, null, null);
    assertEquals(1, found.size(), message);
    return found.get(0).firstLine();
  }

  @Test
  void loggerAndExceptionDecideBetweenEquals() {
    String body = "org.slf4j.Logger log; void m() { log.info(\"it failed\"); ";
    StatementIndex index =
        index(
            "package a.b; class A { " + body + "throw new Error(\"it failed\"); } }",
            "package a.c; class B { "
                + body
                + "throw new IllegalStateException(\"it failed\"); } }");

    assertEquals(2, index.byMessage("it failed", null, null).size());
    assertEquals("F0.java", index.byMessage("it failed", "a.b.A", null).get(0).path());
    assertEquals(1, index.byMessage("it failed", "a.c.B", null).size());
    assertEquals(1, index.byMessage("it failed", "B", null).size());
    List<Statement> thrown = index.byMessage("it failed", null, "java.lang.IllegalStateException");
    assertEquals(1, thrown.size());
    assertEquals(StatementKind.THROW, thrown.get(0).kind());
  }

  @Test
  void aPlaceLeadsToItsHashAndAHashToItsPlaces() {
    StatementIndex index =
        index(
            SLF4J + "\nlog.info(\"order {} failed\",\n x);\nlog.info(x ? \"on\" : \"off\"); } }",
            SLF4J + "\n\nlog.info(\"order {} failed\", x); } }");
    String hash = LogPattern.ofTemplate("order {} failed").hash();

    assertEquals(
        List.of("F0.java:2-3", "F1.java:3-3"),
        index.byHash(hash).stream().map(Statement::place).toList());
    for (int line : List.of(2, 3)) {
      assertEquals(List.of(hash), index.at("F0.java", line).stream().map(Statement::hash).toList());
    }
    assertEquals(
        List.of("on", "off"), index.at("F0.java", 4).stream().map(Statement::template).toList());
    assertEquals(List.of(), index.at("F0.java", 1));
    assertEquals(List.of(), index.at("F2.java", 2));
    assertEquals(List.of(), index.byHash("0123456789abcdef"));
  }

  @Test
  void amongEqualsTheOneOutsideTestsIsLikelier() {
    String text = SLF4J + "log.info(\"it failed\"); } }";
    StatementIndex index =
        StatementIndex.build(
            new TextFiles(Map.of("a/src/test/java/A.java", text, "b/src/main/java/A.java", text)),
            IndexProgress.SILENT);

    assertEquals(
        List.of("b/src/main/java/A.java"),
        index.byMessage("it failed", null, null).stream().map(Statement::path).toList());
  }

  @Test
  void whatIsSavedIsLoadedAndDamageIsNoticed(@TempDir Path folder) throws IOException {
    StatementIndex index = index("class {", SLF4J + "log.info(\"order {} failed\", x); } }");
    Path file = folder.resolve("new").resolve("statements");
    index.save(file, "c1");

    StatementIndex loaded = StatementIndex.load(file, "c1").orElseThrow();
    assertEquals(index.statements(), loaded.statements());
    assertEquals(index.skipped(), loaded.skipped());
    assertTrue(StatementIndex.load(file, "c2").isEmpty());
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertTrue(StatementIndex.load(file, "c1").isEmpty(), "byte " + i);
    }
    assertTrue(StatementIndex.load(folder.resolve("none"), "c1").isEmpty());
  }

  @Test
  void everyStatementOfRealSourceIsFoundByWhatItWrites() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String root : List.of("src/main/java", "../fixer/src/main/java")) {
      try (Stream<Path> paths = Files.walk(Path.of(root))) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
          texts.put(path.toString().replace('\\', '/'), Files.readString(path));
        }
      }
    }
    StatementIndex index = StatementIndex.build(new TextFiles(texts), IndexProgress.SILENT);
    List<String> arguments =
        List.of("42", "", "Bob Miller", "/a/b c.txt", "[x, y]", "null", "a: b", "\u00e4\n", "{}");
    Random random = new Random(11);

    assertTrue(index.statements().size() > 40, "only " + index.statements().size());
    assertEquals(List.of(), index.skipped());
    for (Statement statement : index.statements()) {
      for (int i = 0; i < 20; i++) {
        StringBuilder message = new StringBuilder(statement.literals().get(0));
        for (String literal : statement.literals().subList(1, statement.literals().size())) {
          message.append(arguments.get(random.nextInt(arguments.size()))).append(literal);
        }
        List<Statement> found =
            index.byMessage(message.toString(), null, statement.exceptionType());
        assertTrue(found.contains(statement), () -> statement + " from " + message);
      }
    }
  }
}
