package dev.mendgate.gateway.source.statement;

/** Compares loggers, whose names layouts abbreviate, with classes. */
final class LoggerName {
  private LoggerName() {}

  /**
   * Returns whether the logger may be the class's: the same name, the outer class's, its simple
   * name, or one with shortened packages such as {@code o.a.Foo}.
   */
  static boolean fits(String logger, String className) {
    String outer =
        className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
    return fitsDotted(logger.replace('$', '.'), className.replace('$', '.'))
        || fitsDotted(logger, outer);
  }

  private static boolean fitsDotted(String logger, String className) {
    if (logger.equals(className)) {
      return true;
    }
    String[] brief = logger.split("\\.", 64);
    String[] full = className.split("\\.", 64);
    if (!brief[brief.length - 1].equals(full[full.length - 1])) {
      return false;
    }
    if (brief.length == 1) {
      return true;
    }
    if (brief.length != full.length) {
      return className.endsWith("." + logger);
    }
    for (int i = 0; i < full.length - 1; i++) {
      if (!full[i].startsWith(brief[i])) {
        return false;
      }
    }
    return true;
  }
}
