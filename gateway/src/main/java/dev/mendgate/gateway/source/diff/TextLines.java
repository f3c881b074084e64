package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/** A text's bytes and where its lines start; a line's ending belongs to it. */
final class TextLines {
  private static final int MAX_INDENT = 200;
  private static final int TAB = 8;

  private final byte[] bytes;
  private final int[] starts;
  private final int count;

  /** Takes the first {@code end} bytes. */
  TextLines(byte[] bytes, int end) {
    int[] found = new int[Math.max(16, end / 24)];
    int lines = 0;
    for (int at = 0; at < end; lines++) {
      if (lines + 1 >= found.length) {
        found = Arrays.copyOf(found, found.length * 2);
      }
      found[lines] = at;
      while (at < end && bytes[at] != '\n') {
        at++;
      }
      at = Math.min(end, at + 1);
    }
    found[lines] = end;
    this.bytes = bytes;
    this.starts = found;
    this.count = lines;
  }

  int count() {
    return count;
  }

  int hash(int line) {
    int hash = 1;
    for (int at = starts[line]; at < starts[line + 1]; at++) {
      hash = 31 * hash + bytes[at];
    }
    return hash;
  }

  boolean same(int line, TextLines other, int otherLine) {
    return Arrays.equals(
        bytes,
        starts[line],
        starts[line + 1],
        other.bytes,
        other.starts[otherLine],
        other.starts[otherLine + 1]);
  }

  /**
   * Returns the width of the space a line starts with, at most 200; -1 for a blank line. A form
   * feed is no space to git.
   */
  int indent(int line) {
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

  /**
   * Returns how many bytes at the end of both texts need no comparison: git leaves whole blocks
   * out, up to a line's end, before it counts how often a line occurs.
   */
  static int commonTail(byte[] a, byte[] b) {
    int block = 1024;
    int trimmed = 0;
    int least = Math.min(a.length, b.length);
    while (trimmed + block <= least && sameBlock(a, b, trimmed, block)) {
      trimmed += block;
    }
    int kept = 0;
    while (kept < trimmed && a[a.length - trimmed + kept++] != '\n') {
      // The line that was cut is compared after all.
    }
    return trimmed - kept;
  }

  private static boolean sameBlock(byte[] a, byte[] b, int trimmed, int block) {
    int endA = a.length - trimmed;
    int endB = b.length - trimmed;
    return Arrays.equals(a, endA - block, endA, b, endB - block, endB);
  }
}
