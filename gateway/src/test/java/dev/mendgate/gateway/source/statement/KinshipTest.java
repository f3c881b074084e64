package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.index;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that log under the names of others. */
final class KinshipTest {
  private static final String[] SOURCES = {
    "package a; public class Base { protected org.slf4j.Logger log ="
        + " org.slf4j.LoggerFactory.getLogger(getClass());"
        + " void m(Object x) { log.info(\"Mapped to \" + x); } }",
    "package a.web; import a.Base; class Sub extends Base {}",
    "package a.web; class SubSub extends Sub {"
        + " void n(int z) { log.info(\"got {} expected {}\", z, z); } }",
    "package a; class Other { org.slf4j.Logger log;"
        + " void n(int z) { log.info(\"got {} expected {}\", z, z); } }"
  };

  private final StatementIndex index = index(SOURCES);

  @Test
  void whatAClassInheritsLogsUnderItsName() {
    assertEquals(List.of("F0.java"), paths("Mapped to x y", "a.web.SubSub"));
    assertEquals(List.of("F0.java"), paths("Mapped to x y", "a.w.Sub"));
    assertEquals(List.of(), paths("Mapped to x y", "a.Other"));
    assertEquals(List.of(), paths("Mapped to x y", "b.Sub"));
  }

  @Test
  void aClassUsesTheLoggerItInherits() {
    assertEquals(List.of("F2.java"), paths("got 1 expected 2", "a.Base"));
    assertEquals(List.of("F3.java"), paths("got 1 expected 2", "a.Other"));
  }

  @Test
  void isKeptWithTheIndex(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("statements");
    index.save(file, "commit");
    StatementIndex loaded = StatementIndex.load(file, "commit").orElseThrow();
    assertEquals(index.supertypes(), loaded.supertypes());
    assertEquals(List.of("a.web.Sub"), loaded.supertypes().get("a.web.SubSub"));
  }

  private List<String> paths(String message, String logger) {
    return index.match(message, Clues.ofLog(logger, null)).statements().stream()
        .map(Statement::path)
        .toList();
  }
}
