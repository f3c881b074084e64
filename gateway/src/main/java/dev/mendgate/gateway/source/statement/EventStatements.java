package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.v1.FailureEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the statements that may have written what an event says. */
public final class EventStatements {
  private EventStatements() {}

  /**
   * Returns equally likely statements: those of the sender's template or hash, else those whose
   * template fits the log message, with or without its layout, else those that fit the exception's
   * message; empty where none fits.
   */
  public static List<Statement> find(StatementIndex index, FailureEvent event) {
    @Nullable String logger = event.getLogger().isEmpty() ? null : event.getLogger();
    List<Statement> found = byTemplate(index, event, logger);
    if (found.isEmpty() && !event.getLogMessage().isBlank()) {
      found = byMessage(index, event.getLogMessage(), logger);
    }
    if (found.isEmpty() && !event.getExceptionMessage().isBlank()) {
      String type = event.getExceptionType();
      Clues clues = Clues.ofException(type.isEmpty() ? Clues.ANY_EXCEPTION : type);
      found = index.match(event.getExceptionMessage(), clues).statements();
    }
    return found;
  }

  private static List<Statement> byTemplate(
      StatementIndex index, FailureEvent event, @Nullable String logger) {
    List<Statement> found = List.of();
    if (!event.getLogTemplate().isBlank()) {
      found = index.byHash(LogPattern.ofTemplate(event.getLogTemplate()).hash());
    }
    if (found.isEmpty() && !event.getLogPatternHash().isEmpty()) {
      found = index.byHash(event.getLogPatternHash());
    }
    return logger == null ? found : StatementIndex.ofLogger(found, logger);
  }

  private static List<Statement> byMessage(
      StatementIndex index, String text, @Nullable String logger) {
    StatementMatch match = index.match(text, Clues.ofLog(logger, null));
    LogRecord record = match.isEmpty() ? LogRecordReader.first(text) : null;
    if (record != null) {
      String name = logger == null ? record.logger() : logger;
      match = index.match(record.message(), Clues.ofLog(name, record.level()));
    }
    boolean unknown = match.isEmpty() && match.others().isEmpty();
    return unknown ? index.byMessagePattern(LogPattern.ofMessage(text)) : match.statements();
  }
}
