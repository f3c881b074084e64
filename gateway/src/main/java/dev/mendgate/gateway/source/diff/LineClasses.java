package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/**
 * Gives equal lines of two texts the same number, for the lines between the common ends, and counts
 * how often each occurs in each text as a whole.
 */
final class LineClasses {
  private static final int FILTER_BITS = 1024;

  private final Side[] sides;
  private final int[][] occurrences;
  private final int[] heads;
  private final int[] next;
  private final long[] hashOf;
  private final long[] filter = new long[FILTER_BITS / Long.SIZE];
  private int classes;

  LineClasses(Side a, Side b) {
    int lines = a.to - a.from + b.to - b.from;
    this.sides = new Side[] {a, b};
    this.occurrences = new int[][] {new int[lines], new int[lines]};
    this.heads = new int[Integer.highestOneBit(Math.max(8, lines)) * 2];
    this.next = new int[lines];
    this.hashOf = new long[lines];
    Arrays.fill(heads, -1);
    a.classify(classify(0));
    b.classify(classify(1));
    countCommon(a, 0, a.from);
    countCommon(a, a.to, a.count);
  }

  /** Returns how often a line of that class occurs in one of the texts. */
  int occurrences(int side, int lineClass) {
    return occurrences[side][lineClass];
  }

  private int[] classify(int side) {
    Side s = sides[side];
    long[] hashes = s.text.hashes();
    int[] counts = occurrences[side];
    int[] found = new int[s.to - s.from];
    for (int line = s.from; line < s.to; line++) {
      int known = find(hashes[line]);
      if (known < 0) {
        known = add(hashes[line]);
      }
      found[line - s.from] = known;
      counts[known]++;
    }
    return found;
  }

  /** Counts lines that both texts have at an end. */
  private void countCommon(Side side, int from, int to) {
    long[] hashes = side.text.hashes();
    for (int line = from; line < to; line++) {
      long hash = hashes[line];
      if ((filter[(int) (hash >>> 6) & filter.length - 1] & 1L << hash) == 0) {
        continue;
      }
      int known = find(hash);
      if (known >= 0) {
        occurrences[0][known]++;
        occurrences[1][known]++;
      }
    }
  }

  private int find(long hash) {
    int known = heads[slot(hash)];
    while (known >= 0 && hashOf[known] != hash) {
      known = next[known];
    }
    return known;
  }

  private int add(long hash) {
    filter[(int) (hash >>> 6) & filter.length - 1] |= 1L << hash;
    hashOf[classes] = hash;
    next[classes] = heads[slot(hash)];
    heads[slot(hash)] = classes;
    return classes++;
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & heads.length - 1;
  }
}
