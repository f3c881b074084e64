package dev.mendgate.gateway.source.statement;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a message beside its text.
 *
 * @param logger name of the logger, possibly abbreviated; null where the line has none
 * @param level level as the layout writes it; null where the line has none
 * @param exceptionType class of the exception whose message it is, possibly without package; null
 *     for a log message
 */
public record Clues(
    @Nullable String logger, @Nullable String level, @Nullable String exceptionType) {
  /** Nothing but the text of a log message. */
  public static final Clues NONE = new Clues(null, null, null);

  /** Returns those of a log message. */
  public static Clues ofLog(@Nullable String logger, @Nullable String level) {
    return new Clues(logger, level, null);
  }

  /** Returns those of an exception's message. */
  public static Clues ofException(String type) {
    return new Clues(null, null, type);
  }

  /** Returns the kind of statement that writes such messages. */
  StatementKind kind() {
    return exceptionType == null ? StatementKind.LOG : StatementKind.THROW;
  }

  /** Returns whether logger or exception speak for the statement. */
  boolean agreeWith(Statement statement) {
    if (exceptionType != null) {
      return isType(exceptionType, statement.exceptionType());
    }
    return logger != null && LoggerName.fits(logger, statement.className());
  }

  private static boolean isType(String thrown, @Nullable String declared) {
    return declared != null
        && thrown.endsWith(declared)
        && (thrown.length() == declared.length()
            || ".$".indexOf(thrown.charAt(thrown.length() - declared.length() - 1)) >= 0);
  }
}
