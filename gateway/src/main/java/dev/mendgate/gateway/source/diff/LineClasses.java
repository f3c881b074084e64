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
  private final int[] exampleSide;
  private final int[] exampleLine;
  private final long[] filter = new long[FILTER_BITS / Long.SIZE];
  private int classes;

  LineClasses(Side a, Side b) {
    int lines = a.to - a.from + b.to - b.from;
    this.sides = new Side[] {a, b};
    this.occurrences = new int[][] {new int[lines], new int[lines]};
    this.heads = new int[Integer.highestOneBit(Math.max(8, lines)) * 2];
    this.next = new int[lines];
    this.exampleSide = new int[lines];
    this.exampleLine = new int[lines];
    Arrays.fill(heads, -1);
    a.classify(classify(0));
    b.classify(classify(1));
    countCommon(0, a.from, 0);
    countCommon(a.to, a.count, 0);
  }

  /** Returns how often a line of that class occurs in one of the texts. */
  int occurrences(int side, int lineClass) {
    return occurrences[side][lineClass];
  }

  private int[] classify(int side) {
    Side s = sides[side];
    int[] hashes = s.text.hashes();
    int[] found = new int[s.to - s.from];
    for (int line = s.from; line < s.to; line++) {
      int known = find(side, line, hashes[line]);
      if (known < 0) {
        known = add(side, line, hashes[line]);
      }
      found[line - s.from] = known;
      occurrences[side][known]++;
    }
    return found;
  }

  /** Counts lines that both texts have at an end. */
  private void countCommon(int from, int to, int side) {
    int[] hashes = sides[side].text.hashes();
    for (int line = from; line < to; line++) {
      int hash = hashes[line];
      if ((filter[hash >>> 6 & filter.length - 1] & 1L << hash) == 0) {
        continue;
      }
      int known = find(side, line, hash);
      if (known >= 0) {
        occurrences[0][known]++;
        occurrences[1][known]++;
      }
    }
  }

  private int find(int side, int line, int hash) {
    Text text = sides[side].text;
    for (int known = heads[slot(hash)]; known >= 0; known = next[known]) {
      Text example = sides[exampleSide[known]].text;
      if (example.hashes()[exampleLine[known]] == hash
          && text.same(line, example, exampleLine[known])) {
        return known;
      }
    }
    return -1;
  }

  private int add(int side, int line, int hash) {
    filter[hash >>> 6 & filter.length - 1] |= 1L << hash;
    exampleSide[classes] = side;
    exampleLine[classes] = line;
    next[classes] = heads[slot(hash)];
    heads[slot(hash)] = classes;
    return classes++;
  }

  private int slot(int hash) {
    return hash >>> 10 & heads.length - 1;
  }
}
