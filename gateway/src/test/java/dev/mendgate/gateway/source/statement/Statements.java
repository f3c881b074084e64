package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes statements for tests, without source. */
final class Statements {
  private Statements() {}

  /** Returns one that logs at level INFO; {@code {}} stands for an argument. */
  static Statement log(String className, String template) {
    return log(className, template, "INFO", "src/main/java/");
  }

  static Statement log(String className, String template, String level, String folder) {
    return statement(className, template, StatementKind.LOG, level, null, folder);
  }

  static Statement thrown(String className, String template, String type) {
    return statement(className, template, StatementKind.THROW, null, type, "src/main/java/");
  }

  private static Statement statement(
      String className,
      String template,
      StatementKind kind,
      @Nullable String level,
      @Nullable String exceptionType,
      String folder) {
    LogPattern pattern = LogPattern.ofTemplate(template);
    return new Statement(
        pattern.hash(),
        pattern.normalForm(),
        Whitespace.collapse(Arrays.asList(template.split("(?:\\{\\})+", -1))),
        folder + className.replace('.', '/') + ".java",
        1,
        1,
        className,
        "m",
        kind,
        level,
        exceptionType);
  }

  /** Returns an index in which each statement has a line of its own. */
  static StatementIndex index(List<Statement> statements) {
    List<Statement> placed = new ArrayList<>();
    for (Statement s : statements) {
      int line = placed.size() + 1;
      placed.add(
          new Statement(
              s.hash(),
              s.template(),
              s.literals(),
              s.path(),
              line,
              line,
              s.className(),
              s.method(),
              s.kind(),
              s.level(),
              s.exceptionType()));
    }
    return new StatementIndex(placed, List.of(), List.of(), Map.of());
  }

  static StatementIndex index(Statement... statements) {
    return index(List.of(statements));
  }
}
