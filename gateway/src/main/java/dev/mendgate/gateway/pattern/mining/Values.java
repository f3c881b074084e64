package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;

/** Tells the words that are values by their look from others. */
final class Values {
  private static final long[] CALENDAR =
      hashes("Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
  private static final int OPAQUE_LENGTH = 32;

  private char[] text = new char[0];

  void reset(char[] line) {
    text = line;
  }

  /**
   * Returns whether the word from {@code start} to {@code end} is a value.
   *
   * @param digits how many digits it has
   * @param kinds kinds of its characters, see {@link Characters}
   */
  boolean isValue(int start, int end, int digits, int kinds, long hash) {
    if (digits > 0 && (digits > 1 || isNumber(start, end))) {
      return true;
    }
    if ((kinds & Characters.SLASH) != 0 && isPath(start, end)) {
      return true;
    }
    if ((kinds & Characters.AT) != 0 && isMail(start, end)) {
      return true;
    }
    int size = end - start;
    return (size == 3 && isCalendar(hash)) || (size >= OPAQUE_LENGTH && isOpaque(start, end));
  }

  /** Returns whether a word with one digit is that digit with a sign and a unit at most. */
  private boolean isNumber(int start, int end) {
    if (end - start <= 2 && !Character.isLetter(text[start])) {
      return true;
    }
    int at = "+-#".indexOf(text[start]) >= 0 ? start + 1 : start;
    if (at == end || !Characters.isDigit(text[at])) {
      return false;
    }
    while (at < end && (Characters.isDigit(text[at]) || ".,_/-".indexOf(text[at]) >= 0)) {
      at++;
    }
    int unit = at;
    while (at < end && (Characters.isAsciiLetter(text[at]) || text[at] == '%')) {
      at++;
    }
    return at == end && at - unit <= 3;
  }

  private boolean isPath(int start, int end) {
    int slashes = 0;
    boolean named = false;
    boolean dotted = false;
    for (int i = start; i < end; i++) {
      slashes += text[i] == '/' || text[i] == '\\' ? 1 : 0;
      dotted |= text[i] == '.' && named;
      named |= text[i] != '.';
    }
    boolean rooted = text[start] == '/' || text[start] == '\\';
    return end - start > 1 && (rooted || slashes > 1 || dotted);
  }

  private boolean isMail(int start, int end) {
    for (int i = start + 1; i < end - 1; i++) {
      if (text[i] == '@') {
        return true;
      }
    }
    return false;
  }

  private static boolean isCalendar(long hash) {
    for (long name : CALENDAR) {
      if (name == hash) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a long word reads like encoded bytes and not like a name. */
  private boolean isOpaque(int start, int end) {
    int lower = 0;
    for (int i = start; i < end; i++) {
      char c = text[i];
      lower = c >= 'a' && c <= 'z' ? lower + 1 : 0;
      if (lower == 3 || !(Characters.isAsciiLetter(c) || "+/_-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static long[] hashes(String words) {
    return Arrays.stream(words.split(" ", -1)).mapToLong(Hashing::of).toArray();
  }
}
