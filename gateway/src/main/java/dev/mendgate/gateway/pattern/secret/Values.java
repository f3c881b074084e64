package dev.mendgate.gateway.pattern.secret;

import java.util.Locale;
import java.util.Set;

/** Tells values from what only stands where a value would. */
final class Values {
  private static final Set<String> NO_VALUES =
      Set.of(
          "null",
          "nil",
          "none",
          "true",
          "false",
          "undefined",
          "empty",
          "na",
          "redacted",
          "masked",
          "protected",
          "hidden");

  /** With these a sentence goes on after a colon; nobody's password is one of them. */
  private static final Set<String> PROSE =
      Set.of(
          ("a an and are because but can cannot changed could did do does empty error expected"
                  + " expired expecting failed failure for from has have if in incorrect invalid is"
                  + " it may method missing must no not of on or please required reset shall should"
                  + " that the this to too unable unexpected unknown user was when with wrong")
              .split(" "));

  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int DIGIT = 4;
  private static final int OTHER = 8;

  private static final int LONGEST_WORD = 15;
  private static final int LONGEST_COUNT = 6;
  private static final int LONGEST_PLACEHOLDER = 64;
  private static final int OPAQUE_LENGTH = 16;
  private static final double OPAQUE_ENTROPY = 3.2;
  private static final int MIN_CREDENTIALS = 8;
  private static final int LONG_CREDENTIALS = 24;

  private Values() {}

  /** Returns whether nothing is lost by showing it, whatever its name. */
  static boolean isHarmless(String text, int from, int to, boolean sentence) {
    int kinds = kinds(text, from, to);
    if ((kinds & (LOWER | UPPER | DIGIT | OTHER)) == 0 || isPlaceholder(text, from, to)) {
      return true;
    }
    if (to - from <= LONGEST_WORD && (kinds & (DIGIT | OTHER)) == 0) {
      String word = text.substring(from, to).toLowerCase(Locale.ROOT);
      String bare = word.replaceAll("^[^a-z]+|[^a-z]+$", "");
      return NO_VALUES.contains(bare) || (sentence && PROSE.contains(bare));
    }
    return isClassName(text, from, to) || isPath(text, from, to);
  }

  /** Returns whether it is the word or small number that a sentence would have there. */
  static boolean isPlain(String text, int from, int to, boolean sentence) {
    int kinds = kinds(text, from, to);
    boolean word = (kinds & (DIGIT | OTHER)) == 0 && !isMixed(text, from, to);
    return (sentence && word && to - from <= LONGEST_WORD)
        || isCount(text, from, to)
        || isObject(text, from, to);
  }

  /** Returns whether it is a small number. */
  static boolean isCount(String text, int from, int to) {
    return to - from <= LONGEST_COUNT && kinds(text, from, to) == DIGIT;
  }

  /** {@code Token{1b2c}}, as {@code toString} methods begin. */
  private static boolean isObject(String text, int from, int to) {
    int end = from;
    while (end < to && Letters.isAlphanumeric(text.charAt(end))) {
      end++;
    }
    return end < to && Letters.isUpper(text.charAt(from)) && "{[(@".indexOf(text.charAt(end)) >= 0;
  }

  /** Returns whether it is what a program would make up, not a word. */
  static boolean isOpaque(String text, int from, int to) {
    int length = to - from;
    if (length < OPAQUE_LENGTH) {
      return false;
    }
    int digits = 0;
    int[] counts = new int[128];
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      digits += Letters.isDigit(c) ? 1 : 0;
      counts[c & 127]++;
    }
    if (digits < 2) {
      return false;
    }
    double entropy = 0;
    for (int count : counts) {
      double share = (double) count / length;
      entropy -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
    }
    return entropy >= OPAQUE_ENTROPY;
  }

  /** Returns whether it may be Base64 or a token rather than a word. */
  static boolean isCredentials(String text, int from, int to) {
    return to - from >= MIN_CREDENTIALS
        && (to - from >= LONG_CREDENTIALS
            || (kinds(text, from, to) & DIGIT) != 0
            || text.charAt(to - 1) == '='
            || isMixed(text, from, to));
  }

  private static int kinds(String text, int from, int to) {
    int kinds = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      kinds |= Letters.isLower(c) ? LOWER : Letters.isUpper(c) ? UPPER : 0;
      kinds |= Letters.isDigit(c) ? DIGIT : c > 127 ? OTHER : 0;
    }
    return kinds;
  }

  /** A capital letter behind a small one. */
  private static boolean isMixed(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (Letters.isUpper(text.charAt(i)) && Letters.isLower(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlaceholder(String text, int from, int to) {
    if (to - from > LONGEST_PLACEHOLDER) {
      return false;
    }
    char first = text.charAt(from);
    char last = text.charAt(to - 1);
    if (first == '<') {
      return last == '>';
    }
    if (first == '{'
        || (to - from > 2 && "$#".indexOf(first) >= 0 && text.charAt(from + 1) == '{')) {
      return last == '}' || to < text.length() && text.charAt(to) == '}';
    }
    return first == '%' && to - from <= 4 && Letters.isLower(last);
  }

  /** {@code org.acme.Credentials@1b2c}. */
  private static boolean isClassName(String text, int from, int to) {
    int dots = 0;
    int at = from;
    char initial = text.charAt(from);
    for (; at < to && text.charAt(at) != '@'; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        dots++;
        initial = at + 1 < to ? text.charAt(at + 1) : c;
      } else if (!Letters.isAlphanumeric(c) && c != '_' && c != '$') {
        return false;
      }
    }
    for (int i = at + 1; i < to; i++) {
      if (!Letters.isHex(text.charAt(i))) {
        return false;
      }
    }
    return dots > 1 && Letters.isUpper(initial) && Letters.isLower(text.charAt(from));
  }

  private static boolean isPath(String text, int from, int to) {
    int slashes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      slashes += c == '/' ? 1 : 0;
      if (!Letters.isLower(c) && !Letters.isDigit(c) && "/._-".indexOf(c) < 0) {
        return false;
      }
    }
    return slashes > 1 && (text.charAt(from) == '/' || text.startsWith("./", from));
  }
}
