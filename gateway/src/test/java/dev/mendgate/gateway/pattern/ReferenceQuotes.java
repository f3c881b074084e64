package dev.mendgate.gateway.pattern;

/** Step 4 of the specification by itself. */
final class ReferenceQuotes {
  private static final char FIRST_NON_ASCII = '\u0080';

  private ReferenceQuotes() {}

  /**
   * Replaces the text between two double quotes, two backticks, or two single quotes of which the
   * first follows and the second precedes no letter, digit or wildcard.
   */
  static String mask(String text, char wild) {
    StringBuilder out = new StringBuilder(text.length());
    int[] nextClose = {-1, -1, -1};
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int kind = "\"`'".indexOf(c);
      boolean opens = kind >= 0 && (c != '\'' || i == 0 || !isWord(text.charAt(i - 1), wild));
      int close = opens ? close(text, i + 1, kind, nextClose, wild) : -1;
      out.append(c);
      if (close < 0) {
        i++;
        continue;
      }
      out.append(close > i + 1 ? String.valueOf(wild) : "").append(c);
      i = close + 1;
    }
    return out.toString();
  }

  /** Remembers the last answer for each kind of quote, so that hostile text costs no more. */
  private static int close(String text, int from, int kind, int[] nextClose, char wild) {
    if (nextClose[kind] == Integer.MAX_VALUE) {
      return -1;
    }
    char quote = "\"`'".charAt(kind);
    int close = text.indexOf(quote, from);
    while (quote == '\'' && close >= 0 && !closes(text, close, wild)) {
      close = text.indexOf(quote, close + 1);
    }
    nextClose[kind] = close < 0 ? Integer.MAX_VALUE : close;
    return close;
  }

  private static boolean closes(String text, int at, char wild) {
    return at + 1 == text.length() || !isWord(text.charAt(at + 1), wild);
  }

  private static boolean isWord(char c, char wild) {
    boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    return c == wild || alphanumeric || c >= FIRST_NON_ASCII;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
