package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.failure.StackTraceParser;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.failure.TracedThrowable;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.source.statement.Clues;
import dev.mendgate.gateway.source.statement.Statement;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StatementMatch;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a record's pattern as a row of columns that tabs divide. */
final class PatternRows {
  private final @Nullable StatementIndex index;

  /**
   * Creates it.
   *
   * @param index statements that may have written the records; null without a repository
   */
  PatternRows(@Nullable StatementIndex index) {
    this.index = index;
  }

  /** Returns hash, template and places of the statements; null where none explains the record. */
  @Nullable String explained(LogRecord entry) {
    if (index == null) {
      return null;
    }
    List<Statement> found = logging(index, entry);
    TracedThrowable thrown = found.isEmpty() ? thrown(entry) : null;
    found = thrown == null ? found : throwing(index, thrown);
    if (found.isEmpty()) {
      return null;
    }
    String places =
        found.stream().map(s -> column(s.place())).distinct().collect(Collectors.joining(","));
    return found.get(0).hash() + "\t" + column(found.get(0).template()) + "\t" + places;
  }

  /** Returns hash and template; with a repository also the empty column of places. */
  String mined(LogPattern pattern) {
    String columns = pattern.hash() + "\t" + column(pattern.normalForm());
    return index == null ? columns : columns + "\t";
  }

  private static List<Statement> logging(StatementIndex index, LogRecord entry) {
    if (entry.message().isEmpty()) {
      return List.of();
    }
    Clues clues = Clues.ofLog(entry.logger(), entry.level());
    StatementMatch match = index.match(entry.message(), clues);
    String template = entry.template();
    // What fits, but is unlikely to have written the message, is no likelier for its hash.
    boolean decided = template == null && !match.others().isEmpty();
    if (!match.isEmpty() || decided) {
      return match.statements();
    }
    return template == null
        ? index.byMessagePattern(LogPattern.ofMessage(entry.message()))
        : index.byHash(LogPattern.ofTemplate(template).hash());
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
  static String message(LogRecord entry) {
    if (!entry.message().isEmpty()) {
      return entry.message();
    }
    TracedThrowable thrown = thrown(entry);
    String message = thrown == null ? null : thrown.message();
    return message == null ? "" : message;
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
