package dev.mendgate.gateway.pattern;

import java.util.Arrays;

/** What each character means to the normal form, as bits of one table. */
final class CharKind {
  /** Ends a word. */
  static final int DELIMITER = 1;

  /** Makes a word variable: a digit, or the wildcard that the scanner marks with this bit too. */
  static final int DIGIT = 2;

  /** Makes a word variable unless it stands at an end of it. */
  static final int INNER = 4;

  static final int SLASH = 8;

  /** Belongs to the sentence, not to the word, where it stands at the word's end. */
  static final int STOP = 16;

  /** Does not occur in a long opaque word. */
  static final int PLAIN = 32;

  /** A delimiter that joins two wildcards. */
  static final int JOINER = 64;

  static final int SPACE = 128;

  /** The first character of a wildcard. */
  static final int WILD = 256;

  /** A delimiter before which the name of a secret may stand. */
  static final int NAMING = 512;

  static final int QUOTE = 1024;

  private static final int ASCII = 128;

  /** One entry for each character there is, so that no look-up needs a comparison. */
  private static final short[] KINDS = new short[Character.MAX_VALUE + 1];

  static {
    Arrays.fill(KINDS, (short) PLAIN);
    for (char c = 0; c < ASCII; c++) {
      KINDS[c] = (short) kindOf(c);
    }
  }

  private CharKind() {}

  /** Returns the character's bits; U+0000 is a space. */
  static int of(char c) {
    return KINDS[c];
  }

  /** Returns whether the character is an ASCII letter or digit. */
  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static int kindOf(char c) {
    if (c == ' ' || c == 0 || (c >= '\t' && c <= '\r')) {
      return SPACE | DELIMITER | JOINER;
    }
    int kind = isLetter(c) || "+/_-".indexOf(c) >= 0 ? 0 : PLAIN;
    kind |= ",;:=()[]{}<>\"'`|".indexOf(c) >= 0 ? DELIMITER : 0;
    kind |= ",:;".indexOf(c) >= 0 ? JOINER : 0;
    kind |= isDigit(c) ? DIGIT : 0;
    kind |= c == '.' || c == '@' ? INNER : 0;
    kind |= c == '/' || c == '\\' ? SLASH : 0;
    kind |= c == '<' ? WILD : 0;
    kind |= c == '=' || c == ':' ? NAMING : 0;
    kind |= c == '"' || c == '\'' || c == '`' ? QUOTE : 0;
    return kind | (".!?".indexOf(c) >= 0 ? STOP : 0);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
