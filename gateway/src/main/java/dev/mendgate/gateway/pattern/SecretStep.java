package dev.mendgate.gateway.pattern;

import java.util.stream.Stream;

/**
 * Step 3 of {@code docs/log-pattern-hash.md}: what follows a word like {@code password=}. Few texts
 * have such a word, so finding that there is none is what costs, and that is left to the caller's
 * one pass: it asks at each {@code =}, {@code :} and space.
 */
final class SecretStep {
  /** Each key word in its last part and, where there is one, the part before. */
  private static final String[][] KEYS = {
    {"password"},
    {"passwd"},
    {"pwd"},
    {"secret"},
    {"token"},
    {"credential"},
    {"credentials"},
    {"authorization"},
    {"cookie"},
    {"key", "api"},
    {"key", "access"},
    {"key", "private"},
    {"secret", "client"},
    {"id", "session"},
  };

  private static final String[] SCHEMES = {"bearer", "basic"};
  private static final int MIN_CREDENTIALS = 8;

  /** The keys by their last letter. */
  private static final String[][][] KEYS_BY_END = new String[26][][];

  static {
    for (int i = 0; i < KEYS_BY_END.length; i++) {
      char end = (char) ('a' + i);
      KEYS_BY_END[i] =
          Stream.of(KEYS)
              .filter(key -> key[0].charAt(key[0].length() - 1) == end)
              .toArray(String[][]::new);
    }
  }

  private SecretStep() {}

  /** Returns whether a key word, and maybe a double quote, ends before {@code at}. */
  static boolean followsKey(char[] text, int from, int at) {
    int end = at > from && text[at - 1] == '"' ? at - 1 : at;
    int last = end > from ? (text[end - 1] | 0x20) - 'a' : -1;
    if (last < 0 || last >= KEYS_BY_END.length) {
      return false;
    }
    for (String[] key : KEYS_BY_END[last]) {
      int start = startOf(key[0], text, from, end);
      if (start > from && key.length > 1) {
        boolean joined = text[start - 1] == '_' || text[start - 1] == '-';
        start = startOf(key[1], text, from, joined ? start - 1 : start);
      } else if (key.length > 1) {
        start = -1;
      }
      if (startsWord(text, from, start)) {
        return true;
      }
    }
    return false;
  }

  /** Returns where {@code bearer} or {@code basic} starts that ends before {@code at}, or -1. */
  static int schemeStart(char[] text, int from, int at) {
    int last = at > from ? text[at - 1] | 0x20 : 0;
    if (last != 'r' && last != 'c') {
      return -1;
    }
    for (String scheme : SCHEMES) {
      int start = startOf(scheme, text, from, at);
      if (startsWord(text, from, start)) {
        return start;
      }
    }
    return -1;
  }

  /** Returns the text, its space collapsed, with wildcards for the secrets. */
  static char[] mask(char[] text, int from, int to) {
    return maskSchemes(maskKeys(collapse(text, from, to))).toString().toCharArray();
  }

  private static char[] collapse(char[] text, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      boolean space = (CharKind.of(text[i]) & CharKind.SPACE) != 0;
      if (!space) {
        out.append(text[i]);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    boolean trailing = out.length() > 0 && out.charAt(out.length() - 1) == ' ';
    return out.substring(0, out.length() - (trailing ? 1 : 0)).toCharArray();
  }

  private static char[] maskKeys(char[] text) {
    StringBuilder out = new StringBuilder(text.length);
    int done = 0;
    for (int i = 0; i < text.length; i++) {
      if ((text[i] != '=' && text[i] != ':') || !followsKey(text, 0, i)) {
        continue;
      }
      int value = i + 1 < text.length && text[i + 1] == ' ' ? i + 2 : i + 1;
      int end = valueEnd(text, value);
      if (end > value) {
        out.append(text, done, value - done).append(NormalForm.WILDCARD);
        done = end;
        i = end - 1;
      }
    }
    return out.append(text, done, text.length - done).toString().toCharArray();
  }

  private static int valueEnd(char[] text, int value) {
    int end = runEnd(text, value, true);
    if (end >= text.length || text[end] != ' ' || schemeStart(text, value, end) != value) {
      return end;
    }
    int credentials = runEnd(text, end + 1, true);
    return credentials > end + 1 ? credentials : end;
  }

  private static StringBuilder maskSchemes(char[] text) {
    StringBuilder out = new StringBuilder(text.length);
    int done = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] != ' ' || schemeStart(text, 0, i) < done) {
        continue;
      }
      int end = runEnd(text, i + 1, false);
      if (Character.codePointCount(text, i + 1, end - i - 1) >= MIN_CREDENTIALS) {
        out.append(text, done, i + 1 - done).append(NormalForm.WILDCARD);
        done = end;
        i = end - 1;
      }
    }
    return out.append(text, done, text.length - done);
  }

  private static int runEnd(char[] text, int from, boolean parameter) {
    int end = from;
    while (end < text.length
        && " ,;)]}".indexOf(text[end]) < 0
        && (text[end] != '&' || !parameter)) {
      end++;
    }
    return end;
  }

  private static boolean startsWord(char[] text, int from, int start) {
    return start == from
        || (start > from && text[start - 1] != '_' && !CharKind.isAlphanumeric(text[start - 1]));
  }

  /** Returns where the lower-case word starts that ends before {@code end}, or -1. */
  private static int startOf(String word, char[] text, int from, int end) {
    int start = end - word.length();
    if (start < from) {
      return -1;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text[start + i];
      if (c != word.charAt(i) && (c | 0x20) != word.charAt(i)) {
        return -1;
      }
    }
    return start;
  }
}
