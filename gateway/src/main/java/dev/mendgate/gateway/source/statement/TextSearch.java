package dev.mendgate.gateway.source.statement;

/**
 * Finds a text in another in time linear in both. Long ones are searched by the method of Knuth,
 * Morris and Pratt: a message that repeats itself to slow the search down does not.
 */
final class TextSearch {
  private static final int SHORT = 1_024;

  private TextSearch() {}

  /** Returns the first place of {@code wanted}, not empty, at or behind {@code from}; else -1. */
  static int indexOf(String wanted, String text, int from) {
    return text.length() - from <= SHORT
        ? text.indexOf(wanted, from)
        : indexOf(wanted, borders(wanted), text, from);
  }

  private static int indexOf(String wanted, int[] borders, String text, int from) {
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      matched = extended(wanted, borders, matched, text.charAt(i));
      if (matched == wanted.length()) {
        return i + 1 - matched;
      }
    }
    return -1;
  }

  /** Returns, for each prefix, the length of the longest shorter one that it ends with. */
  private static int[] borders(String wanted) {
    int[] borders = new int[wanted.length() + 1];
    int matched = 0;
    for (int i = 1; i < wanted.length(); i++) {
      matched = extended(wanted, borders, matched, wanted.charAt(i));
      borders[i + 1] = matched;
    }
    return borders;
  }

  private static int extended(String wanted, int[] borders, int matched, char next) {
    int length = matched;
    while (length > 0 && wanted.charAt(length) != next) {
      length = borders[length];
    }
    return wanted.charAt(length) == next ? length + 1 : length;
  }
}
