package dev.mendgate.gateway.source.statement;

/** Compares loggers, whose names layouts abbreviate, with classes. */
final class LoggerName {
  private LoggerName() {}

  /**
   * Returns whether the logger may be the class's: the same name, that of a class around it, its
   * simple name, or one with shortened packages such as {@code o.a.Foo}.
   */
  static boolean fits(String logger, String className) {
    int end = className.length();
    while (end > 0) {
      if (fits(logger, className, end)) {
        return true;
      }
      end = className.lastIndexOf('$', end - 1);
    }
    return false;
  }

  /** Compares part by part, from the last one. */
  private static boolean fits(String logger, String className, int classEnd) {
    int loggerEnd = logger.length();
    int end = classEnd;
    boolean last = true;
    while (loggerEnd >= 0 && end >= 0) {
      int loggerFrom = before(logger, loggerEnd) + 1;
      int from = before(className, end) + 1;
      int length = loggerEnd - loggerFrom;
      boolean whole = length == end - from;
      boolean brief = !last && length > 0 && length < end - from;
      if (!(whole || brief) || !className.regionMatches(from, logger, loggerFrom, length)) {
        return false;
      }
      loggerEnd = loggerFrom - 1;
      end = from - 1;
      last = false;
    }
    return loggerEnd < 0;
  }

  private static int before(String name, int end) {
    int at = end - 1;
    while (at >= 0 && name.charAt(at) != '.' && name.charAt(at) != '$') {
      at--;
    }
    return at;
  }
}
