package dev.mendgate.gateway.pattern.layout;

/** Moves over a text from left to right; what does not fit leaves it where it is. */
final class Scanner {
  final String text;
  final int limit;
  int at;

  Scanner(String text, int from, int limit) {
    this.text = text;
    this.at = from;
    this.limit = Math.min(limit, text.length());
  }

  /** Returns the character so far ahead, U+0000 behind the end. */
  char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : '\0';
  }

  /** Takes one of the characters. */
  boolean take(String any) {
    if (at < limit && any.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes from {@code least} to {@code most} digits, of which no more may follow. */
  boolean digits(int least, int most) {
    int length = 0;
    while (length <= most && isDigit(peek(length))) {
      length++;
    }
    if (length < least || length > most) {
      return false;
    }
    at += length;
    return true;
  }

  void spaces() {
    while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
