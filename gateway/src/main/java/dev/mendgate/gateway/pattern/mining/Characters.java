package dev.mendgate.gateway.pattern.mining;

/** What a character does in a log line, looked up in a table. */
final class Characters {
  static final byte WORD = 0;
  static final byte SPACE = 1;
  static final byte DELIMITER = 2;
  static final byte DIGIT = 4;

  /** May end a sentence, so it is no part of the word before it. */
  static final byte STOP = 8;

  static final byte SLASH = 16;
  static final byte AT = 32;

  /** Kinds of all characters, so that looking one up needs no comparison. */
  static final byte[] KINDS = new byte[1 << 16];

  static {
    for (char c : ",;:=()[]{}<>\"'`|".toCharArray()) {
      KINDS[c] = DELIMITER;
    }
    for (char c : " \t\n\u000b\f\r".toCharArray()) {
      KINDS[c] = SPACE;
    }
    for (char c = '0'; c <= '9'; c++) {
      KINDS[c] = DIGIT;
    }
    for (char c : ".!?".toCharArray()) {
      KINDS[c] = STOP;
    }
    KINDS['/'] = SLASH;
    KINDS['\\'] = SLASH;
    KINDS['@'] = AT;
  }

  private Characters() {}

  static byte kind(char c) {
    return KINDS[c];
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean endsWord(char c) {
    return (KINDS[c] & (SPACE | DELIMITER)) != 0;
  }
}
