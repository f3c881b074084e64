package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/** Gives equal lines of two texts the same number and counts how often each occurs. */
final class LineClasses {
  private final TextLines[] texts;
  private final int[][] classOf;
  private final int[][] occurrences;
  private final int[] heads;
  private final int[] next;
  private final int[] exampleText;
  private final int[] exampleLine;
  private int classes;

  LineClasses(TextLines a, TextLines b) {
    int lines = a.count() + b.count();
    this.texts = new TextLines[] {a, b};
    this.classOf = new int[][] {new int[a.count()], new int[b.count()]};
    this.occurrences = new int[][] {new int[lines], new int[lines]};
    this.heads = new int[Integer.highestOneBit(Math.max(8, lines)) * 2];
    this.next = new int[lines];
    this.exampleText = new int[lines];
    this.exampleLine = new int[lines];
    Arrays.fill(heads, -1);
    for (int side = 0; side < 2; side++) {
      for (int line = 0; line < texts[side].count(); line++) {
        int found = classify(side, line);
        classOf[side][line] = found;
        occurrences[side][found]++;
      }
    }
  }

  /** Returns the numbers of one text's lines: 0 for the old text, 1 for the new one. */
  int[] of(int side) {
    return classOf[side];
  }

  /** Returns how often a line of that number occurs in one of the texts. */
  int occurrences(int side, int lineClass) {
    return occurrences[side][lineClass];
  }

  private int classify(int side, int line) {
    int hash = texts[side].hash(line) * 0x9E3779B1;
    int slot = (hash >>> 7) & (heads.length - 1);
    for (int known = heads[slot]; known >= 0; known = next[known]) {
      if (texts[side].same(line, texts[exampleText[known]], exampleLine[known])) {
        return known;
      }
    }
    exampleText[classes] = side;
    exampleLine[classes] = line;
    next[classes] = heads[slot];
    heads[slot] = classes;
    return classes++;
  }
}
