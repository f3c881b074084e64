package dev.mendgate.gateway.source.diff;

/**
 * How unnatural it looks to begin and end a change at certain lines; less is better. The weights
 * are those git uses, which were found by optimising over a corpus of diffs rated by people
 * (github.com/mhagger/diff-slider-tools).
 */
final class IndentScore implements Comparable<IndentScore> {
  private static final int MAX_BLANKS = 20;
  private static final int INDENT_WEIGHT = 60;

  private int indent;
  private int penalty;

  /** Adds the score of a boundary before a line. */
  void add(Side side, int line) {
    boolean atEnd = line >= side.count;
    int own = atEnd ? -1 : side.text.indent(line);
    int[] before = neighbour(side, line, -1);
    int[] after = neighbour(side, line, 1);
    int blanksAfter = own == -1 ? 1 + after[1] : 0;
    int blanks = before[1] + blanksAfter;
    int width = own == -1 ? after[0] : own;
    if (before[0] == -1 && before[1] == 0) {
      penalty += 1;
    }
    if (atEnd) {
      penalty += 21;
    }
    penalty += -30 * blanks + 6 * blanksAfter;
    indent += width;
    if (width != -1 && before[0] != -1) {
      penalty += step(width, before[0], after[0], blanks > 0);
    }
  }

  private static int step(int width, int before, int after, boolean blanks) {
    if (width > before) {
      return blanks ? 10 : -4;
    }
    if (width == before) {
      return 0;
    }
    if (after != -1 && after > width) {
      return blanks ? 17 : 24;
    }
    return blanks ? 17 : 23;
  }

  /** Returns the indent of the next line that is not blank, -1 for none, and the blanks between. */
  private static int[] neighbour(Side side, int line, int direction) {
    int blanks = 0;
    for (int i = line + direction; i >= 0 && i < side.count; i += direction) {
      int width = side.text.indent(i);
      if (width != -1) {
        return new int[] {width, blanks};
      }
      blanks++;
      if (blanks == MAX_BLANKS) {
        return new int[] {0, blanks};
      }
    }
    return new int[] {-1, blanks};
  }

  @Override
  public int compareTo(IndentScore other) {
    return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty;
  }
}
