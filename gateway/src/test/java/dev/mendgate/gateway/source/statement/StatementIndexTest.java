package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.source.IndexProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementIndexTest {
  private static final String SLF4J = "import org.slf4j.*; class A { Logger log; void m() { ";

  /** Files by path. */
  record TextFiles(Map<String, String> texts) implements SourceTree {
    @Override
    public List<String> javaPaths() {
      return List.copyOf(new TreeMap<>(texts).keySet());
    }

    @Override
    public Optional<String> read(String path) {
      return Optional.ofNullable(texts.get(path));
    }
  }

  @Test
  void readsEveryWayToLog() {
    assertTemplate("log.info(\"order {} failed\", x);", "order {} failed", "INFO");
    assertTemplate("log.error(marker, \"order {} failed\", x, e);", "order {} failed", "ERROR");
    assertTemplate("log.warn(\"order \" + x + \" failed\");", "order {} failed", "WARN");
    assertTemplate("log.warn((\"order \" + x) + (\" no\" + y));", "order {} no{}", "WARN");
    assertTemplate(
        "log.info(String.format(\"order %5.1f failed\", x));", "order %5.1f failed", "INFO");
    assertTemplate("log.info(\"order %s failed\".formatted(x));", "order %s failed", "INFO");
    assertTemplate(
        "log.info(MessageFormat.format(\"order {0} failed\", x));", "order {0} failed", "INFO");
    assertTemplate("log.info(() -> \"order \" + x);", "order {}", "INFO");
    assertTemplate("log.atInfo().log(\"order {} failed\", x);", "order {} failed", "INFO");
    assertTemplate(
        "log.atWarn().setMessage(\"order {} failed\").addArgument(x).log();",
        "order {} failed",
        "WARN");
    assertTemplate("this.log.infof(\"order %s failed\", x);", "order %s failed", "INFO");
    assertTemplate(
        "LoggerFactory.getLogger(\"x\").info(\"order failed\");", "order failed", "INFO");
    assertTemplate(
        "log.log(Level.WARNING, \"order {0} failed\", x);", "order {0} failed", "WARNING");
    assertTemplate("String s = \"order \" + x; log.info(s);", "order {}", "INFO");
    assertTemplate(
        "log.info(new StringBuilder(\"order \").append(x).append('!').toString());",
        "order {}!",
        "INFO");
  }

  private static void assertTemplate(String code, String template, String level) {
    List<Statement> found = index(SLF4J + code + " } }").statements();

    assertEquals(1, found.size(), code);
    assertEquals(LogPattern.ofTemplate(template).hash(), found.get(0).hash(), code);
    assertEquals(level, found.get(0).level(), code);
    assertEquals(StatementKind.LOG, found.get(0).kind());
  }

  @Test
  void leavesOtherCallsAlone() {
    assertEquals(
        List.of(),
        index(
                "class A { Printer log; java.util.List<String> logger; void m(String s) {"
                    + " log.info(\"to paper\"); logger.add(\"x\"); Math.log(2); info(\"y\");"
                    + " console.error(\"z\"); } }")
            .statements());
  }

  @Test
  void readsThrowingStatements() {
    List<Statement> found =
        index(
                "package a.b; import c.OddException; class A { class B { B(int x) {\n"
                    + "  if (x > 1) throw new IllegalStateException(\n    \"no room for \" + x);\n"
                    + "  throw x == 0 ? new OddException(String.format(\"odd %d\", x))\n"
                    + "    : (RuntimeException) new Own(\"own\").initCause(null);\n"
                    + "} } static class Own extends RuntimeException { Own(String s) {"
                    + " super(\"told: \" + s); } } }")
            .statements();

    assertEquals(
        List.of("java.lang.IllegalStateException", "c.OddException", "a.b.A$Own", "a.b.A$Own"),
        found.stream().map(Statement::exceptionType).toList());
    assertEquals("F0.java:2-3", found.get(0).place());
    assertEquals("a.b.A$B", found.get(0).className());
    assertEquals("<init>", found.get(0).method());
    assertEquals(StatementKind.THROW, found.get(0).kind());
  }

  @Test
  void aConditionalMessageCountsOnceForEachArm() {
    StatementIndex index = index(SLF4J + "log.info(\"door \" + (x ? \"open\" : \"shut\")); } }");

    assertEquals(1, index.byMessage("door open", null, null).size());
    assertEquals(1, index.byMessage("door shut", null, null).size());
    assertEquals(List.of(), index.byMessage("door ajar", null, null));
  }

  @Test
  void fillsConstantsIn() {
    StatementIndex index =
        index(
            "package a; import b.Texts; import static b.Texts.TAIL; class A extends Base {"
                + " static final String OWN = \"own\"; org.slf4j.Logger log; void m() {"
                + " log.info(OWN + \" one \" + Texts.HEAD); log.info(\"two \" + TAIL);"
                + " log.info(\"three \" + INHERITED); log.info(Texts.FORMAT, 5);"
                + " log.info(\"five \" + Texts.NOWHERE); } }",
            "package b; public class Texts { public static final String HEAD = \"head\" + Texts.TAIL;"
                + " public static final String TAIL = \"tail\", FORMAT = \"four {}\"; }",
            "package a; class Base { static final String INHERITED = \"inherited\"; }");

    List<String> templates = index.statements().stream().map(Statement::template).toList();

    assertEquals(
        List.of("own one headtail", "two tail", "three inherited", "four <*>", "five <*>"),
        templates);
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

  private static StatementIndex index(String... sources) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < sources.length; i++) {
      texts.put("F" + i + ".java", sources[i]);
    }
    return StatementIndex.build(new TextFiles(texts), IndexProgress.SILENT);
  }
}
