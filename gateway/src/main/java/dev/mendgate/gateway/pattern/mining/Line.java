package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;

/** The tokens of one log line; filled and used again for the next. */
final class Line {
  /** A log line's tokens behind these count as one variable part. */
  static final int MAX_TOKENS = 320;

  static final byte WORD = 0;
  static final byte MASK = 1;
  static final byte DELIMITER = 2;

  /** Word of letters with one digit in it. */
  static final byte NUMBERED = 3;

  static final long MASK_HASH = Hashing.of("<*>");
  static final long SPACE_HASH = Hashing.of(" ");

  char[] text = new char[0];
  final byte[] kind = new byte[MAX_TOKENS + 8];
  final int[] from = new int[MAX_TOKENS + 8];
  final int[] to = new int[MAX_TOKENS + 8];
  final long[] hash = new long[MAX_TOKENS + 8];
  int size;
  int masks;
  int numbered;

  void clear() {
    size = 0;
    masks = 0;
    numbered = 0;
  }

  void addMask(int start, int end) {
    masks++;
    add(MASK, start, end, MASK_HASH);
  }

  void add(byte tokenKind, int start, int end, long tokenHash) {
    kind[size] = tokenKind;
    from[size] = start;
    to[size] = end;
    hash[size] = tokenHash;
    size++;
  }

  boolean isFull() {
    return size >= MAX_TOKENS;
  }

  boolean isMask(int token) {
    return token < size && kind[token] == MASK;
  }

  boolean isSpace(int token) {
    return token < size && hash[token] == SPACE_HASH;
  }

  boolean is(int token, char delimiter) {
    return token < size && kind[token] == DELIMITER && text[from[token]] == delimiter;
  }

  void move(int target, int source) {
    if (target == source) {
      return;
    }
    kind[target] = kind[source];
    from[target] = from[source];
    to[target] = to[source];
    hash[target] = hash[source];
  }

  /** Returns a hash of all tokens. */
  long hash() {
    long running = Hashing.START;
    for (int i = 0; i < size; i++) {
      running = Hashing.add(running, hash[i]);
    }
    return Hashing.finish(running);
  }

  Form form() {
    String[] words = new String[size];
    for (int i = 0; i < size; i++) {
      words[i] = kind[i] == MASK ? Form.WILDCARD : word(i);
    }
    return Form.of(words, Arrays.copyOf(hash, size));
  }

  private String word(int token) {
    if (isSpace(token)) {
      return " ";
    }
    String word = new String(text, from[token], to[token] - from[token]);
    return kind[token] == NUMBERED ? word.replaceAll("\\s+", " ") : word;
  }
}
