package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/**
 * A text's bytes, where its lines start, and a hash of each. A line's ending belongs to it. What a
 * text has in common with another version is taken over from there instead of being read again. Not
 * safe for concurrent use.
 */
public final class Text {
  private static final int MAX_INDENT = 200;
  private static final int TAB = 8;
  private static final int BINARY_WINDOW = 8000;

  private final byte[] bytes;
  private final int[] starts;
  private final int count;
  private final boolean ignoresSpace;
  private long[] hashes = {};

  private Text(byte[] bytes, int[] starts, int count, boolean ignoresSpace) {
    this.bytes = bytes;
    this.starts = starts;
    this.count = count;
    this.ignoresSpace = ignoresSpace;
  }

  /** Reads a text, which must not change any more. */
  public static Text of(byte[] bytes) {
    return of(bytes, false);
  }

  /**
   * Reads a text, which must not change any more.
   *
   * @param ignoringSpace whether lines are equal that differ only in spaces, tabs, and how they
   *     end; only texts that were read alike are to be compared
   */
  public static Text of(byte[] bytes, boolean ignoringSpace) {
    Starts starts = new Starts(Math.max(16, bytes.length / 24));
    starts.scan(bytes, 0, bytes.length);
    return new Text(bytes, starts.finished(bytes.length), starts.count, ignoringSpace);
  }

  /**
   * Reads another version of a text.
   *
   * @param common what both have in common
   */
  public static Text of(byte[] bytes, Text like, Common common) {
    int head = like.linesBefore(common.prefix());
    if (head > 0 && like.bytes[like.starts[head] - 1] != '\n') {
      head--;
    }
    int shift = bytes.length - like.bytes.length;
    int firstEqual = Math.max(like.bytes.length - common.suffix(), like.starts[head]);
    int tail = Math.min(like.count, like.lineAfter(firstEqual));
    int from = like.starts[head];
    int to = like.starts[tail] + shift;
    if (to < from) {
      return of(bytes, like.ignoresSpace);
    }
    Starts starts = new Starts(like.count + 16);
    starts.copy(like.starts, 0, head, 0);
    starts.scan(bytes, from, to);
    int middle = starts.count;
    starts.copy(like.starts, tail, like.count, shift);
    Text text = new Text(bytes, starts.finished(bytes.length), starts.count, like.ignoresSpace);
    if (like.hashes.length > 0) {
      text.takeHashes(like.hashes, head, middle, tail);
    }
    return text;
  }

  /** Returns the number of lines; a last line without an ending counts. */
  public int count() {
    return count;
  }

  /** Returns the number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Says whether git takes a file for binary: one with a zero among its first 8000 bytes. */
  public static boolean isBinary(byte[] bytes) {
    int end = Math.min(bytes.length, BINARY_WINDOW);
    return Words.indexOf(bytes, (byte) 0, 0, end) < end;
  }

  /** Says whether git takes it for binary. */
  public boolean isBinary() {
    return isBinary(bytes);
  }

  /** Compares another version, which is taken for the older one, with this one. */
  public Common common(byte[] older) {
    return Common.of(older, bytes);
  }

  /** Returns some of the lines, from 0, as a text of their own. */
  public Text lines(int from, int to) {
    return of(Arrays.copyOfRange(bytes, starts[from], starts[to]), ignoresSpace);
  }

  /** Returns the bytes; they must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  boolean ignoresSpace() {
    return ignoresSpace;
  }

  /** Returns where a line starts; the number of bytes for the line behind the last. */
  public int start(int line) {
    return starts[line];
  }

  /** Returns how many lines end at or before an offset. */
  int linesBefore(int offset) {
    int found = Arrays.binarySearch(starts, 0, count + 1, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the first line that starts behind an offset; more than {@link #count()} for none. */
  int lineAfter(int offset) {
    int found = Arrays.binarySearch(starts, 0, count + 1, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the hashes of all lines. */
  long[] hashes() {
    if (hashes.length == 0 && count > 0) {
      hashes = new long[count];
      hash(0, count);
    }
    return hashes;
  }

  boolean same(int line, Text other, int otherLine) {
    if (ignoresSpace) {
      return hashes()[line] == other.hashes()[otherLine];
    }
    int start = starts[line];
    int end = starts[line + 1];
    int otherStart = other.starts[otherLine];
    int otherEnd = other.starts[otherLine + 1];
    return end - start == otherEnd - otherStart
        && Arrays.equals(bytes, start, end, other.bytes, otherStart, otherEnd);
  }

  /**
   * Returns the width of the space a line starts with, at most 200; -1 for a blank line. A form
   * feed is no space to git.
   */
  public int indent(int line) {
    int width = 0;
    for (int at = starts[line]; at < starts[line + 1]; at++) {
      byte c = bytes[at];
      if (c == ' ') {
        width++;
      } else if (c == '\t') {
        width += TAB - width % TAB;
      } else if (c != '\r' && c != '\n') {
        return width;
      }
      if (width >= MAX_INDENT) {
        return MAX_INDENT;
      }
    }
    return -1;
  }

  private void takeHashes(long[] known, int head, int middle, int tail) {
    hashes = new long[count];
    System.arraycopy(known, 0, hashes, 0, head);
    hash(head, middle);
    System.arraycopy(known, tail, hashes, middle, count - middle);
  }

  private void hash(int from, int to) {
    if (ignoresSpace) {
      for (int line = from; line < to; line++) {
        hashes[line] = Words.hashWithoutSpace(bytes, starts[line], starts[line + 1]);
      }
      return;
    }
    for (int line = from; line < to; line++) {
      hashes[line] = Words.hash(bytes, starts[line], starts[line + 1]);
    }
  }

  /** Where lines start, while they are gathered. */
  private static final class Starts {
    private int[] found;
    private int count;

    Starts(int expected) {
      this.found = new int[expected + 2];
    }

    void scan(byte[] bytes, int from, int to) {
      for (int at = from; at < to; ) {
        add(at);
        at = Words.lineEnd(bytes, at, to) + 1;
      }
    }

    void copy(int[] starts, int from, int to, int shift) {
      if (to <= from) {
        return;
      }
      if (count + to - from + 1 >= found.length) {
        found = Arrays.copyOf(found, count + to - from + 16);
      }
      for (int line = from; line < to; line++) {
        found[count++] = starts[line] + shift;
      }
    }

    int[] finished(int length) {
      add(length);
      count--;
      return found;
    }

    private void add(int start) {
      if (count + 1 >= found.length) {
        found = Arrays.copyOf(found, found.length * 2);
      }
      found[count++] = start;
    }
  }
}
