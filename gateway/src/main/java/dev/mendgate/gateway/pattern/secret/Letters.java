package dev.mendgate.gateway.pattern.secret;

/** Tells characters apart, ASCII only. */
final class Letters {
  private static final int MAX_BLANKS = 32;

  private Letters() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isAlphanumeric(char c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Returns whether it may stand in URL-safe Base64 and in most tokens. */
  static boolean isToken(char c) {
    return isAlphanumeric(c) || c == '_' || c == '-';
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Returns where a short run of spaces and tabulators ends. */
  static int skipBlanks(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_BLANKS);
    int at = from;
    while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Returns whether nothing that is one word with the character here stands before it. */
  static boolean startsWord(String text, int at) {
    return at == 0 || !(isAlphanumeric(text.charAt(at - 1)) || text.charAt(at - 1) == '_');
  }

  /** Returns whether nothing that is one word with the character before here stands here. */
  static boolean endsWord(String text, int at) {
    return at >= text.length() || !(isAlphanumeric(text.charAt(at)) || text.charAt(at) == '_');
  }
}
