package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.failure.StackTraceParser;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.failure.TracedThrowable;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.source.statement.Clues;
import dev.mendgate.gateway.source.statement.Statement;
import dev.mendgate.gateway.source.statement.StatementIndex;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a record's pattern as a row of columns that tabs divide. */
final class PatternRows {
  private final @Nullable StatementIndex index;
  private final Function<String, LogPattern> unexplained;

  /**
   * Creates it.
   *
   * @param index statements that may have written the records; null without a repository
   * @param unexplained gives a message its pattern that no statement explains
   */
  PatternRows(@Nullable StatementIndex index, Function<String, LogPattern> unexplained) {
    this.index = index;
    this.unexplained = unexplained;
  }

  /** Returns hash and template; with a repository the places of the statements as well. */
  String row(LogRecord entry) {
    List<Statement> found = index == null ? List.of() : logging(index, entry);
    TracedThrowable thrown = found.isEmpty() ? thrown(entry) : null;
    if (index != null && thrown != null) {
      found = throwing(index, thrown);
    }
    if (found.isEmpty()) {
      LogPattern pattern = unexplained.apply(message(entry, thrown));
      String columns = pattern.hash() + "\t" + column(pattern.normalForm());
      return index == null ? columns : columns + "\t";
    }
    String places =
        found.stream().map(s -> column(s.place())).distinct().collect(Collectors.joining(","));
    return found.get(0).hash() + "\t" + column(found.get(0).template()) + "\t" + places;
  }

  private static List<Statement> logging(StatementIndex index, LogRecord entry) {
    if (entry.message().isEmpty()) {
      return List.of();
    }
    Clues clues = Clues.ofLog(entry.logger(), entry.level());
    List<Statement> found = index.match(entry.message(), clues).statements();
    if (!found.isEmpty()) {
      return found;
    }
    String template = entry.template();
    LogPattern pattern =
        template == null ? LogPattern.ofMessage(entry.message()) : LogPattern.ofTemplate(template);
    return index.byHash(pattern.hash());
  }

  /** Reads the exception of the record's trace; null where it has none with a message. */
  private static @Nullable TracedThrowable thrown(LogRecord entry) {
    if (entry.trace().isEmpty()) {
      return null;
    }
    return StackTraceParser.parse(String.join("\n", entry.trace()))
            instanceof TraceOutcome.Found found
        ? found.trace().top()
        : null;
  }

  private static List<Statement> throwing(StatementIndex index, TracedThrowable thrown) {
    String message = thrown.message();
    String type = thrown.exceptionType();
    boolean told = message != null && !message.isBlank() && type != null;
    return told && message != null && type != null
        ? index.match(message, Clues.ofException(type)).statements()
        : List.of();
  }

  /** A record that is nothing but a trace has the pattern of the exception's message. */
  private static String message(LogRecord entry, @Nullable TracedThrowable thrown) {
    String message = thrown == null ? null : thrown.message();
    return entry.message().isEmpty() && message != null ? message : entry.message();
  }

  /** Keeps what others wrote from breaking the columns, or from speaking to a terminal. */
  private static String column(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        safe = safe == null ? new StringBuilder(text) : safe;
        safe.setCharAt(i, '?');
      }
    }
    return safe == null ? text : safe.toString();
  }
}
