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

  private int end;
  private boolean seeksSecrets;
  private boolean secretSeen;

  /** For each kind of quotation mark, {@link #NEVER} when none closes in the rest of the text. */
  private final int[] closes = new int[3];

  /** Makes the text's normal form; read it from {@link #chars()}. */
  public void mask(String text) {
    int limit = limit(text);
    if (in.length <= limit) {
      in = new char[limit + 1];
    }
    text.getChars(0, limit, in, 0);
    seeksSecrets = true;
    secretSeen = false;
    scan(in, limit);
    if (secretSeen) {
      char[] masked = SecretStep.mask(in, 0, limit);
      seeksSecrets = false;
      scan(Arrays.copyOf(masked, masked.length + 1), masked.length);
    }
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

  private void scan(char[] text, int to) {
    if (out.length < GROWTH * to) {
      out = new char[GROWTH * to];
    }
    length = 0;
    joinable = -1;
    end = to;
    text[to] = ' ';
    Arrays.fill(closes, 0);
    int i = 0;
    while (i < to && !(secretSeen && seeksSecrets)) {
      int from = i;
      int seen = 0;
      int kind = CharKind.of(text[i]);
      while ((kind & CharKind.DELIMITER) == 0 || isWildcard(text, i, kind)) {
        boolean wildcard = (kind & CharKind.DELIMITER) != 0;
        seen |= wildcard ? CharKind.DIGIT : kind;
        i += wildcard ? NormalForm.WILDCARD.length() : 1;
        kind = CharKind.of(text[i]);
      }
      if (i > from) {
        word(text, from, i, seen);
      }
      if (i < to) {
        i = (kind & CharKind.SPACE) != 0 ? space(text, i) : delimiter(text, i, kind);
      }
    }
    length -= length > 0 && out[length - 1] == ' ' ? 1 : 0;
  }

  private void word(char[] text, int from, int to, int seen) {
    int word = to;
    while ((seen & CharKind.STOP) != 0
        && word > from
        && (CharKind.of(text[word - 1]) & CharKind.STOP) != 0) {
      word--;
    }
    int at = from;
    if (Words.varies(text, from, word, seen)) {
      wildcard();
      at = word;
    }
    if (at < to) {
      joinable = -1;
      char[] target = out;
      int next = length;
      do {
        target[next++] = text[at++];
      } while (at < to);
      length = next;
    }
  }

  private int space(char[] text, int at) {
    seekSecret(text, at, CharKind.SPACE);
    if (length > 0 && out[length - 1] != ' ') {
      out[length++] = ' ';
    }
    return at + 1;
  }

  private int delimiter(char[] text, int at, int kind) {
    char c = text[at];
    seekSecret(text, at, kind);
    put(c, kind);
    int close = (kind & CharKind.QUOTE) != 0 ? close(text, at) : -1;
    if (close < 0) {
      return at + 1;
    }
    if (close > at + 1) {
      wildcard();
    }
    put(c, kind);
    return close + 1;
  }

  /** Returns where the quotation closes that may open here, or -1; each kind fails only once. */
  private int close(char[] text, int at) {
    char quote = text[at];
    int mark = quote == '"' ? 0 : quote == '`' ? 1 : 2;
    if (closes[mark] == NEVER || (mark == 2 && endsWord(text, at))) {
      return -1;
    }
    for (int i = at + 1; i < end; i++) {
      char c = text[i];
      if (c == quote && (mark < 2 || !startsWord(text, i + 1))) {
        return i;
      }
      seekSecret(text, i, CharKind.of(c));
    }
    closes[mark] = NEVER;
    return -1;
  }

  private boolean endsWord(char[] text, int at) {
    return at > 0
        && (isWordLike(text[at - 1])
            || (at > 2 && isWildcard(text, at - 3, CharKind.of(text[at - 3]))));
  }

  private boolean startsWord(char[] text, int at) {
    return isWordLike(text[at]) || isWildcard(text, at, CharKind.of(text[at]));
  }

  private static boolean isWordLike(char c) {
    return c >= '\u0080' || CharKind.isAlphanumeric(c);
  }

  private boolean isWildcard(char[] text, int at, int kind) {
    return (kind & CharKind.WILD) != 0
        && at + 2 < end
        && text[at + 1] == '*'
        && text[at + 2] == '>';
  }

  private void seekSecret(char[] text, int at, int kind) {
    if (seeksSecrets && (kind & (CharKind.SPACE | CharKind.NAMING)) != 0) {
      secretSeen |=
          (kind & CharKind.SPACE) != 0
              ? SecretStep.schemeStart(text, 0, at) >= 0
              : SecretStep.followsKey(text, 0, at);
    }
  }

  private void put(char c, int kind) {
    if ((kind & CharKind.JOINER) == 0) {
      joinable = -1;
    }
    out[length++] = c;
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
