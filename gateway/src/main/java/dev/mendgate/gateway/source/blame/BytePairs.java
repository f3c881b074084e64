package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Text;
import java.util.Arrays;

/**
 * Which pairs of neighbouring bytes each line of a text has, and how often: two lines resemble each
 * other by the pairs they share. Letters count alike in both cases, the line's ends and all space
 * as one kind of space. For one thread.
 */
final class BytePairs {
  /** Texts above this size, in bytes, are not looked into: their pairs take 16 times as much. */
  static final int MAX_BYTES = 4 << 20;

  private final Text text;
  private final byte[] bytes;
  private final int[][] pairs;
  private final int[][] counts;

  BytePairs(Text text) {
    this.text = text;
    this.bytes = text.bytes();
    this.pairs = new int[text.count()][];
    this.counts = new int[text.count()][];
  }

  /** Returns the number of lines. */
  int lines() {
    return pairs.length;
  }

  /** Returns how many pairs a line shares with one of another text. */
  int shared(int line, BytePairs other, int otherLine) {
    read(line);
    other.read(otherLine);
    int[] mine = pairs[line];
    int[] theirs = other.pairs[otherLine];
    int shared = 0;
    for (int i = 0, j = 0; i < mine.length && j < theirs.length; ) {
      if (mine[i] == theirs[j]) {
        shared += Math.min(counts[line][i++], other.counts[otherLine][j++]);
      } else if (mine[i] < theirs[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** Takes from a line the pairs it shares with one of another text. */
  void remove(int line, BytePairs other, int otherLine) {
    read(line);
    other.read(otherLine);
    int[] theirs = other.pairs[otherLine];
    for (int i = 0; i < theirs.length; i++) {
      int at = Arrays.binarySearch(pairs[line], theirs[i]);
      if (at >= 0) {
        counts[line][at] = Math.max(0, counts[line][at] - other.counts[otherLine][i]);
      }
    }
  }

  private void read(int line) {
    if (pairs[line] != null) {
      return;
    }
    int[] all = pairs(text.start(line), text.start(line + 1));
    Arrays.sort(all);
    int[] found = new int[all.length];
    int[] count = new int[all.length];
    int size = 0;
    for (int pair : all) {
      if (size == 0 || found[size - 1] != pair) {
        found[size++] = pair;
      }
      count[size - 1]++;
    }
    pairs[line] = Arrays.copyOf(found, size);
    counts[line] = Arrays.copyOf(count, size);
  }

  private int[] pairs(int from, int to) {
    int[] all = new int[to - from + 1];
    int size = 0;
    int before = 0;
    for (int at = from; at <= to; at++) {
      int now = at == to ? 0 : folded(bytes[at]);
      if (before != 0 || now != 0) {
        all[size++] = before << Byte.SIZE | now;
      }
      before = now;
    }
    return Arrays.copyOf(all, size);
  }

  private static int folded(byte b) {
    return switch (b) {
      case ' ', '\t', '\n', '\r' -> 0;
      default -> b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xff;
    };
  }
}
