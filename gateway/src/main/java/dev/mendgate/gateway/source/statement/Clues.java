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
  /** The type of an exception whose own is not known. */
  public static final String ANY_EXCEPTION = "Throwable";

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

  /** Returns whether an exception is named, and not only said to be one. */
  boolean nameException() {
    return exceptionType != null && !exceptionType.equals(ANY_EXCEPTION);
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

  /** Either may lack its package. */
  private static boolean isType(String thrown, @Nullable String declared) {
    return declared != null
        && (thrown.length() < declared.length()
            ? endsIn(declared, thrown)
            : endsIn(thrown, declared));
  }

  private static boolean endsIn(String name, String part) {
    int before = name.length() - part.length() - 1;
    return name.endsWith(part) && (before < 0 || ".$".indexOf(name.charAt(before)) >= 0);
  }
}
