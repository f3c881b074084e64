package dev.mendgate.fixer.habit;

/**
 * Java text beside a copy that is safe to search.
 *
 * @param text as it is
 * @param code of the same length, with comments and the contents of literals blanked out
 */
record MaskedCode(String text, String code) {
  // What is longer is no simple check; the limit keeps the time linear.
  private static final int LONGEST = 400;

  /** Masks a text, which need not be a whole file. */
  static MaskedCode of(String text) {
    char[] code = text.toCharArray();
    int at = 0;
    while (at < code.length) {
      char c = code[at];
      int end = at + 1;
      if (c == '/' && text.startsWith("//", at)) {
        end = lineEnd(text, at);
        blank(code, at, end);
      } else if (c == '/' && text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        end = close < 0 ? code.length : close + 2;
        blank(code, at, end);
      } else if (c == '"' || c == '\'') {
        end = literalEnd(text, at);
        blank(code, at + 1, end - 1);
      }
      at = end;
    }
    return new MaskedCode(text, new String(code));
  }

  /**
   * Returns the offset behind the parenthesis that closes the one at an offset; -1 if none does
   * within a reasonable length.
   */
  int behindClosing(int open) {
    int depth = 0;
    int end = Math.min(code.length(), open + LONGEST);
    for (int at = open; at < end; at++) {
      char c = code.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return at + 1;
      } else if (c == ';' || c == '{') {
        return -1;
      }
    }
    return -1;
  }

  /** Returns the offset of the next character that is no white space. */
  int skipSpace(int from) {
    int at = from;
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Returns the offset of the last character before an offset that is no white space, or -1. */
  int lastBefore(int offset) {
    int at = offset - 1;
    while (at >= 0 && Character.isWhitespace(code.charAt(at))) {
      at--;
    }
    return at;
  }

  /** Returns whether a word stands at an offset. */
  boolean hasWord(String word, int at) {
    int end = at + word.length();
    return code.startsWith(word, at)
        && (end >= code.length() || !Character.isJavaIdentifierPart(code.charAt(end)));
  }

  private static void blank(char[] code, int from, int to) {
    for (int at = from; at < to; at++) {
      if (code[at] != '\n' && code[at] != '\r') {
        code[at] = ' ';
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int literalEnd(String text, int start) {
    char quote = text.charAt(start);
    for (int at = start + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == quote) {
        return at + 1;
      } else if (c == '\n') {
        return at;
      }
    }
    return text.length();
  }
}
