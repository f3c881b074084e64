package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.Nullable;

/**
 * A logger's or class's name as layouts print it, with the method, file or line they add.
 *
 * @param logger name without those
 * @param source null where the layout adds nothing
 * @param end where it ends in the line
 */
record Name(String logger, @Nullable LogSource source, int end) {
  private static final int LONGEST = 250;

  /** Reads the name that starts at {@code from}; null where there is none. */
  static @Nullable Name at(String text, int from) {
    Scanner s = new Scanner(text, from, from + LONGEST);
    char first = s.peek(0);
    if (!Scanner.isLetter(first) && first != '_' && first != '$') {
      return null;
    }
    while (isPart(s.peek(0)) || brackets(s)) {
      s.at++;
    }
    while (s.at > from + 1 && ".-/".indexOf(text.charAt(s.at - 1)) >= 0) {
      s.at--;
    }
    return withSource(s, text.substring(from, s.at));
  }

  /** Reads a text that is such a name and nothing else; null where it is not. */
  static @Nullable Name of(String text) {
    Name name = at(text, 0);
    return name != null && name.end == text.length() ? name : null;
  }

  private static boolean isPart(char c) {
    return Scanner.isLetter(c) || Scanner.isDigit(c) || "._$-/".indexOf(c) >= 0 || c > '\u00bf';
  }

  /** Steps into segments such as {@code .[localhost]} of a web container's loggers. */
  private static boolean brackets(Scanner s) {
    if (s.peek(0) != '[' || s.text.charAt(s.at - 1) != '.') {
      return false;
    }
    int close = s.text.indexOf(']', s.at);
    if (close < 0 || close >= s.limit || s.text.substring(s.at, close).indexOf(' ') >= 0) {
      return false;
    }
    s.at = close;
    return true;
  }

  private static Name withSource(Scanner s, String name) {
    char c = s.peek(0);
    if (c == '(') {
      return inParentheses(s, name);
    }
    int start = s.at;
    if (c == '#' || (c == ':' && Scanner.isLetter(s.peek(1)))) {
      return member(s, name, start);
    }
    s.at++;
    boolean numbered = (c == ':' || c == '@') && s.digits(1, 7) && ends(s.peek(0));
    s.at = numbered ? s.at : start;
    return of(name, numbered ? Integer.parseInt(s.text.substring(start + 1, s.at)) : 0, s.at);
  }

  /** Reads Type#method and Type:method, each with a line behind it or not. */
  private static Name member(Scanner s, String name, int start) {
    s.at++;
    while (Character.isJavaIdentifierPart(s.peek(0)) && s.peek(0) != '\0') {
      s.at++;
    }
    String method = s.text.substring(start + 1, s.at);
    int line = 0;
    int end = s.at;
    if (s.take(":@") && s.digits(1, 7)) {
      line = Integer.parseInt(s.text.substring(end + 1, s.at));
      end = s.at;
    }
    boolean told = isType(name) && !method.isEmpty() && (s.text.charAt(start) == '#' || line > 0);
    return told ? new Name(name, new LogSource(name, method, null, line), end) : of(name, 0, start);
  }

  /** Reads what follows a method: (), (33), (File.java:33). */
  private static Name inParentheses(Scanner s, String name) {
    int open = s.at;
    int close = s.text.indexOf(')', open);
    if (close < 0 || close >= s.limit) {
      return of(name, 0, open);
    }
    String inside = s.text.substring(open + 1, close);
    if (inside.isEmpty() || isNumber(inside)) {
      return of(name, inside.isEmpty() ? 0 : Integer.parseInt(inside), close + 1);
    }
    Name file = isFile(inside) ? of(inside) : null;
    LogSource place = file == null ? null : file.source;
    if (place == null) {
      return of(name, 0, open);
    }
    Name type = of(name, place.line(), close + 1);
    LogSource known = type.source;
    String method = known == null ? null : known.method();
    return new Name(
        type.logger, new LogSource(type.logger, method, place.file(), place.line()), close + 1);
  }

  /** Takes the method or file extension off a name. */
  private static Name of(String name, int line, int end) {
    int dot = name.lastIndexOf('.');
    if (dot > 0 && isFile(name)) {
      return new Name(name.substring(0, dot), new LogSource(null, null, name, line), end);
    }
    String last = name.substring(dot + 1);
    String type = dot < 0 ? "" : name.substring(0, dot);
    boolean method =
        dot > 0
            && (Character.isLowerCase(last.charAt(0)) || last.startsWith("<"))
            && isType(type)
            && last.chars().allMatch(Character::isJavaIdentifierPart);
    if (method) {
      return new Name(type, new LogSource(type, last, null, line), end);
    }
    return new Name(name, line == 0 ? null : new LogSource(name, null, null, line), end);
  }

  /** Returns whether the last segment begins like a class's name. */
  private static boolean isType(String name) {
    int dot = name.lastIndexOf('.');
    return dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1));
  }

  private static boolean isFile(String name) {
    int colon = name.indexOf(':');
    String file = colon < 0 ? name : name.substring(0, colon);
    return file.endsWith(".java")
        || file.endsWith(".kt")
        || file.endsWith(".scala")
        || file.endsWith(".groovy");
  }

  private static boolean isNumber(String text) {
    return text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean ends(char c) {
    return !Scanner.isLetter(c) && !Scanner.isDigit(c);
  }

  /** Returns whether the name has packages and ends like a class, or has at least three parts. */
  boolean isQualified() {
    int dots = 0;
    for (int i = 1; i < logger.length(); i++) {
      boolean dot = logger.charAt(i) == '.';
      if (dot && !Character.isJavaIdentifierStart(charAfter(i))) {
        return false;
      }
      dots += dot ? 1 : 0;
    }
    return (dots > 1 || (dots == 1 && isType(logger))) && logger.indexOf('/') < 0 && !isThrowable();
  }

  private char charAfter(int dot) {
    boolean bracket = dot + 1 < logger.length() && logger.charAt(dot + 1) == '[';
    return bracket ? 'a' : dot + 1 < logger.length() ? logger.charAt(dot + 1) : '\0';
  }

  /**
   * Returns whether it is in camel case, or has a line or method: more than a word of a message.
   */
  boolean isCode() {
    if (source != null || isQualified()) {
      return true;
    }
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < logger.length(); i++) {
      upper += Character.isUpperCase(logger.charAt(i)) ? 1 : 0;
      lower += Character.isLowerCase(logger.charAt(i)) ? 1 : 0;
    }
    return Character.isUpperCase(logger.charAt(0)) && upper > 1 && lower > 0 && !isThrowable();
  }

  private boolean isThrowable() {
    return logger.endsWith("Exception") || logger.endsWith("Error") || logger.endsWith("Throwable");
  }
}
