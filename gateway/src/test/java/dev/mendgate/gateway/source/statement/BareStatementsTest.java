package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.index;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BareStatementsTest {
  private final StatementIndex index =
      index(
          "package a; class A { org.slf4j.Logger log; void m(Object x, Exception e) {\n"
              + "log.debug(\"{}\", x);\n"
              + "log.trace(\"{} --> {}\", x, x);\n"
              + "log.trace(x.toString());\n"
              + "log.error(e);\n"
              + "log.debug(\"a request {}\", x);\n"
              + "throw new IllegalStateException(x.toString()); } }");

  @Test
  void countWhereNothingElseFitsAndLoggerAndLevelAreTheirs() {
    assertEquals(List.of(2), lines("GET / of b", "a.A", "DEBUG"));
    assertEquals(List.of(5), lines("no such b", "a.A", "ERROR"));
    assertEquals(List.of(6), lines("a request of b", "a.A", "DEBUG"));
    assertEquals(List.of(), lines("GET / of b", "a.A", "INFO"));
    assertEquals(List.of(), lines("GET / of b", "a.B", "DEBUG"));
    assertEquals(List.of(), lines("GET / of b", null, "DEBUG"));
  }

  @Test
  void ofThemTheMoreSpecificWins() {
    assertEquals(List.of(3), lines("START --> END", "a.A", "TRACE"));
    assertEquals(List.of(4), lines("START - END", "a.A", "TRACE"));
  }

  @Test
  void haveNoHashAndNoExceptions() {
    assertEquals(List.of("a request {}"), templates(index));
    assertEquals(List.of(), index.match("x", Clues.ofException("IllegalStateException")).others());
  }

  @Test
  void areKeptWithTheIndex(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("statements");
    index.save(file, "commit");
    StatementIndex loaded = StatementIndex.load(file, "commit").orElseThrow();
    assertEquals(index.bare(), loaded.bare());
    assertEquals(4, loaded.bare().size());
  }

  private static List<String> templates(StatementIndex index) {
    return index.statements().stream().map(s -> s.template().replace("<*>", "{}")).toList();
  }

  private List<Integer> lines(String message, @Nullable String logger, String level) {
    return index.match(message, Clues.ofLog(logger, level)).statements().stream()
        .map(Statement::firstLine)
        .toList();
  }
}
