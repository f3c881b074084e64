package dev.mendgate.gateway.pattern.mining;

/**
 * Finds addresses that hold delimiters: hexadecimal groups with colons (MAC, IPv6, times), host and
 * port, URLs.
 */
final class Addresses {
  private static final int HEX_GROUP = 4;
  private static final int PORT_DIGITS = 5;

  /** Groups of letters alone are words unless there are as many characters as in four groups. */
  private static final int HEX_WITHOUT_DIGIT = 11;

  private char[] text = new char[0];
  private int length;

  void reset(char[] line, int size) {
    text = line;
    length = size;
  }

  /**
   * Returns where the address ends that started at {@code start} and goes on over the delimiter at
   * {@code at}; -1 where the word ends there.
   */
  int end(int start, int at) {
    char c = text[at];
    if (c == ':') {
      if (at - start <= HEX_GROUP) {
        int end = hexRunEnd(start);
        if (end > at) {
          return end;
        }
      }
      return text[Math.min(at + 1, length - 1)] == '/' ? urlEnd(start, at) : portEnd(start, at);
    }
    return text[start] == '/' && hasQuery(start, at) ? stretch(at) : -1;
  }

  /** Returns where the groups end, of which there are three or more; -1 without them. */
  int hexRunEnd(int start) {
    int at = start;
    int colons = 0;
    boolean digit = false;
    while (true) {
      int group = at;
      while (at < length && at - group <= HEX_GROUP && Characters.isHex(text[at])) {
        digit |= Characters.isDigit(text[at]);
        at++;
      }
      if (at - group > HEX_GROUP) {
        return -1;
      }
      if (at >= length || text[at] != ':') {
        break;
      }
      colons++;
      at++;
    }
    boolean ends = at >= length || !isWordCharacter(text[at]);
    boolean telling = digit || at - start >= HEX_WITHOUT_DIGIT;
    return colons >= 2 && ends && telling ? at : -1;
  }

  /** Returns the end of the port behind a dotted host; -1 where there is none. */
  private int portEnd(int start, int colon) {
    boolean dotted = false;
    for (int i = start; i < colon; i++) {
      char c = text[i];
      dotted |= c == '.';
      if (!(isWordCharacter(c) || c == '.' || c == '-')) {
        return -1;
      }
    }
    int at = colon + 1;
    while (at < length && at - colon <= PORT_DIGITS + 1 && Characters.isDigit(text[at])) {
      at++;
    }
    int digits = at - colon - 1;
    boolean ends = at >= length || !(isWordCharacter(text[at]) || text[at] == ':');
    return dotted && digits > 1 && digits <= PORT_DIGITS && ends ? at : -1;
  }

  private int urlEnd(int start, int colon) {
    boolean scheme = colon > start && colon + 2 < length && text[colon + 2] == '/';
    for (int i = start; i < colon && scheme; i++) {
      scheme = Characters.isAsciiLetter(text[i]) || Characters.isDigit(text[i]);
    }
    return scheme ? stretch(colon) : -1;
  }

  private boolean hasQuery(int start, int at) {
    for (int i = start; i < at; i++) {
      if (text[i] == '?') {
        return "=,:;".indexOf(text[at]) >= 0;
      }
    }
    return false;
  }

  /** Returns where the text without spaces, quotes and brackets ends. */
  private int stretch(int from) {
    int at = from;
    while (at < length
        && Characters.kind(text[at]) != Characters.SPACE
        && "\"'`<>()[]{}|".indexOf(text[at]) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isWordCharacter(char c) {
    return Characters.isAsciiLetter(c) || Characters.isDigit(c) || c == '_';
  }
}
