package dev.mendgate.gateway.pattern;

/** Decides which words of a message vary: step 5 of {@code docs/log-pattern-hash.md}. */
final class Words {
  private static final int OPAQUE_LENGTH = 32;
  private static final int HEX_LENGTH = 8;
  private static final String[] SHORT_VALUES =
      ("NaN Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
          .split(" ");

  private Words() {}

  /**
   * Returns whether the word, stripped of the full stops at its end, varies.
   *
   * @param seen the {@link CharKind} bits of all characters from {@code from} on to the end of the
   *     run the word stands in, so at least of those of the word
   */
  static boolean varies(char[] text, int from, int to, int seen) {
    if (from == to) {
      return false;
    }
    if ((seen & CharKind.DIGIT) != 0 || (from > 0 && text[from - 1] == '=')) {
      return true;
    }
    if ((seen & (CharKind.INNER | CharKind.SLASH)) != 0 && isNameOrPath(text, from, to)) {
      return true;
    }
    if (to - from < HEX_LENGTH) {
      return isValue(text, from, to);
    }
    return isHex(text, from, to)
        || (to - from < OPAQUE_LENGTH ? isValue(text, from, to) : isOpaque(text, from, to));
  }

  private static boolean isNameOrPath(char[] text, int from, int to) {
    int slashes = 0;
    for (int i = from; i < to; i++) {
      int kind = CharKind.of(text[i]);
      if ((kind & CharKind.INNER) != 0 && i > from && i < to - 1) {
        return true;
      }
      slashes += (kind & CharKind.SLASH) != 0 ? 1 : 0;
    }
    return slashes > 1 || (to - from > 1 && (CharKind.of(text[from]) & CharKind.SLASH) != 0);
  }

  private static boolean isHex(char[] text, int from, int to) {
    char first = text[from] >= 'a' ? 'a' : 'A';
    int i = from;
    while (i < to && text[i] >= first && text[i] <= first + 5) {
      i++;
    }
    return i == to;
  }

  private static boolean isOpaque(char[] text, int from, int to) {
    int seen = 0;
    for (int i = from; i < to; i++) {
      seen |= CharKind.of(text[i]);
    }
    return (seen & CharKind.PLAIN) == 0;
  }

  private static boolean isValue(char[] text, int from, int to) {
    return switch (to - from) {
      case 3 -> isShortValue(text, from);
      case 4 -> is("true", text, from) || is("null", text, from);
      case 5 -> is("false", text, from);
      case 8 -> is("Infinity", text, from);
      default -> false;
    };
  }

  private static boolean isShortValue(char[] text, int from) {
    if (text[from] > 'Z') {
      return false;
    }
    for (String value : SHORT_VALUES) {
      if (is(value, text, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String value, char[] text, int from) {
    for (int i = 0; i < value.length(); i++) {
      if (text[from + i] != value.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
