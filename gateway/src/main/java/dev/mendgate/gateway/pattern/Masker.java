package dev.mendgate.gateway.pattern;

import java.util.Arrays;

/**
 * Makes normal forms in one pass over the characters and without garbage: the steps of {@code
 * docs/log-pattern-hash.md} at once, in time linear in the text's length. For use by one thread.
 */
public final class Masker {
  private static final int NEVER = Integer.MAX_VALUE;

  /** No character adds more than this many to the normal form. */
  private static final int GROWTH = 3;

  private char[] in = new char[512];
  private char[] out = new char[GROWTH * 512];
  private int length;

  /** Where the last wildcard ends if nothing but joining characters follow it, else -1. */
  private int joinable;

  private int start;
  private int end;
  private boolean seeksSecrets;
  private boolean secretSeen;

  /** For each kind of quotation mark, {@link #NEVER} when none closes in the rest of the text. */
  private final int[] closes = new int[3];

  /** Makes the text's normal form; read it from {@link #chars()}. */
  public void mask(String text) {
    int limit = limit(text);
    if (in.length < limit) {
      in = new char[limit];
    }
    text.getChars(0, limit, in, 0);
    mask(in, 0, limit);
  }

  /** The characters of the last normal form, from 0 to {@link #length()}; valid until the next. */
  public char[] chars() {
    return out;
  }

  /** The last normal form's length in characters. */
  public int length() {
    return length;
  }

  /** Returns the last normal form. */
  @Override
  public String toString() {
    return new String(out, 0, length);
  }

  private static int limit(String text) {
    int limit = NormalForm.MAX_CODE_POINTS;
    return text.length() <= limit || text.codePointCount(0, text.length()) <= limit
        ? text.length()
        : text.offsetByCodePoints(0, limit);
  }

  private void mask(char[] text, int from, int to) {
    seeksSecrets = true;
    secretSeen = false;
    scan(text, from, to);
    if (secretSeen) {
      char[] masked = SecretStep.mask(text, from, to);
      seeksSecrets = false;
      scan(masked, 0, masked.length);
    }
  }

  private void scan(char[] text, int from, int to) {
    if (out.length < GROWTH * (to - from)) {
      out = new char[GROWTH * (to - from)];
    }
    length = 0;
    joinable = -1;
    start = from;
    end = to;
    Arrays.fill(closes, from);
    int i = from;
    while (i < to && !(secretSeen && seeksSecrets)) {
      int kind = CharKind.of(text[i]);
      i = (kind & CharKind.DELIMITER) == 0 ? word(text, i) : delimiter(text, i, kind);
    }
    length -= length > 0 && out[length - 1] == ' ' ? 1 : 0;
  }

  private int word(char[] text, int from) {
    int i = from;
    int seen = 0;
    while (i < end) {
      int kind = CharKind.of(text[i]);
      if ((kind & CharKind.DELIMITER) == 0) {
        seen |= kind;
        i++;
      } else if (isWildcard(text, i)) {
        seen |= CharKind.DIGIT;
        i += NormalForm.WILDCARD.length();
      } else {
        break;
      }
    }
    int word = i;
    while ((seen & CharKind.STOP) != 0
        && word > from
        && (CharKind.of(text[word - 1]) & CharKind.STOP) != 0) {
      word--;
    }
    boolean varies = Words.varies(text, start, from, word, seen);
    if (varies) {
      wildcard();
    }
    copy(text, varies ? word : from, i);
    return i;
  }

  private int delimiter(char[] text, int at, int kind) {
    if ((kind & CharKind.SPACE) != 0) {
      return space(text, at);
    }
    char c = text[at];
    if (c == '<' && isWildcard(text, at)) {
      return word(text, at);
    }
    if (c == '=' || c == ':') {
      seekSecret(text, at);
    }
    int mark = c == '"' ? 0 : c == '`' ? 1 : c == '\'' ? 2 : -1;
    int close = mark >= 0 && opens(text, at, mark) ? close(text, at + 1, mark) : -1;
    put(c, kind);
    if (close < 0) {
      return at + 1;
    }
    if (close > at + 1) {
      wildcard();
    }
    put(c, kind);
    return close + 1;
  }

  private int space(char[] text, int at) {
    seekSecret(text, at);
    if (length > 0 && out[length - 1] != ' ') {
      out[length++] = ' ';
    }
    return at + 1;
  }

  private boolean opens(char[] text, int at, int mark) {
    return closes[mark] != NEVER && (mark < 2 || !endsWord(text, at));
  }

  /** Returns where the quotation closes, or -1; each kind's search fails at most once. */
  private int close(char[] text, int from, int mark) {
    char quote = text[from - 1];
    for (int i = from; i < end; i++) {
      char c = text[i];
      if (c == quote && (mark < 2 || !startsWord(text, i + 1))) {
        return i;
      }
      if (c == '=' || c == ':' || (CharKind.of(c) & CharKind.SPACE) != 0) {
        seekSecret(text, i);
      }
    }
    closes[mark] = NEVER;
    return -1;
  }

  private boolean endsWord(char[] text, int at) {
    return at > start && (isWordLike(text[at - 1]) || isWildcard(text, at - 3));
  }

  private boolean startsWord(char[] text, int at) {
    return at < end && (isWordLike(text[at]) || isWildcard(text, at));
  }

  private static boolean isWordLike(char c) {
    return c >= '\u0080' || CharKind.isAlphanumeric(c);
  }

  private boolean isWildcard(char[] text, int at) {
    return at >= start
        && at + 2 < end
        && text[at] == '<'
        && text[at + 1] == '*'
        && text[at + 2] == '>';
  }

  private void seekSecret(char[] text, int at) {
    if (seeksSecrets) {
      secretSeen |=
          (CharKind.of(text[at]) & CharKind.SPACE) != 0
              ? SecretStep.schemeStart(text, start, at) >= 0
              : SecretStep.followsKey(text, start, at);
    }
  }

  private void put(char c, int kind) {
    if ((kind & CharKind.JOINER) == 0) {
      joinable = -1;
    }
    out[length++] = c;
  }

  private void copy(char[] text, int from, int to) {
    if (from < to) {
      joinable = -1;
      for (int i = from; i < to; i++) {
        out[length++] = text[i];
      }
    }
  }

  /** Appends a wildcard, or nothing where that before it is to be one with it. */
  private void wildcard() {
    if (joinable >= 0) {
      length = joinable;
      return;
    }
    out[length++] = '<';
    out[length++] = '*';
    out[length++] = '>';
    joinable = length;
  }
}
