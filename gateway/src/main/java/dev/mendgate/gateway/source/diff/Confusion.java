package dev.mendgate.gateway.source.diff;

/**
 * Leaves lines out of the search that would only mislead it: those the other text does not have at
 * all, and very frequent ones in the midst of such.
 */
final class Confusion {
  private static final int MAX_FREQUENT = 1024;
  private static final int WINDOW = 100;
  private static final int FREQUENT_PER_UNMATCHED = 4;

  private enum Kind {
    UNMATCHED,
    MATCHED,
    FREQUENT
  }

  private Confusion() {}

  /** Marks what is left out as changed and lists the rest, between the common ends. */
  static void clear(Side side, int other, LineClasses classes) {
    int from = side.from;
    int to = side.to;
    int frequent = Math.min(MAX_FREQUENT, roughRoot(side.count));
    Kind[] kinds = new Kind[to - from];
    for (int line = from; line < to; line++) {
      int matches = classes.occurrences(other, side.lineClass(line));
      kinds[line - from] =
          matches == 0 ? Kind.UNMATCHED : matches >= frequent ? Kind.FREQUENT : Kind.MATCHED;
    }
    for (int line = from; line < to; line++) {
      boolean keep =
          kinds[line - from] == Kind.MATCHED
              || (kinds[line - from] == Kind.FREQUENT && !misleads(kinds, line - from));
      if (keep) {
        side.keep(line);
      } else {
        side.changed[line] = true;
      }
    }
  }

  /** Returns a power of two that is near the square root, from above. */
  static int roughRoot(int number) {
    int root = 1;
    for (int rest = number; rest > 0; rest >>= 2) {
      root <<= 1;
    }
    return root;
  }

  /** Says whether a frequent line has unmatched ones on both sides that clearly prevail. */
  private static boolean misleads(Kind[] kinds, int line) {
    int[] before = run(kinds, line, -1, Math.max(0, line - WINDOW), kinds.length);
    if (before[0] == 0) {
      return false;
    }
    int[] after = run(kinds, line, 1, 0, Math.min(kinds.length, line + WINDOW + 1));
    if (after[0] == 0) {
      return false;
    }
    int unmatched = before[0] + after[0];
    int frequent = before[1] + after[1];
    return frequent * FREQUENT_PER_UNMATCHED < frequent + unmatched;
  }

  /** Counts unmatched and frequent lines from a line on, itself among the frequent. */
  private static int[] run(Kind[] kinds, int line, int step, int from, int to) {
    int[] counts = {0, 1};
    for (int i = line + step; i >= from && i < to && kinds[i] != Kind.MATCHED; i += step) {
      counts[kinds[i] == Kind.UNMATCHED ? 0 : 1]++;
    }
    return counts;
  }
}
