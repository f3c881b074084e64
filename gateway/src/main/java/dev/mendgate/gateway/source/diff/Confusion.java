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

  private final int[] unmatched;
  private final int[] matchedBefore;
  private final int[] matchedAfter;

  /** Counts unmatched lines up to each, and notes where the next matched ones are. */
  private Confusion(Kind[] kinds) {
    this.unmatched = new int[kinds.length + 1];
    this.matchedBefore = new int[kinds.length];
    this.matchedAfter = new int[kinds.length];
    int matched = -1;
    for (int i = 0; i < kinds.length; i++) {
      unmatched[i + 1] = unmatched[i] + (kinds[i] == Kind.UNMATCHED ? 1 : 0);
      matchedBefore[i] = matched;
      matched = kinds[i] == Kind.MATCHED ? i : matched;
    }
    matched = kinds.length;
    for (int i = kinds.length - 1; i >= 0; i--) {
      matchedAfter[i] = matched;
      matched = kinds[i] == Kind.MATCHED ? i : matched;
    }
  }

  /** Marks what is left out as changed and lists the rest, between the common ends. */
  static void clear(Side side, int other, LineClasses classes) {
    int frequent = Math.min(MAX_FREQUENT, roughRoot(side.count));
    Kind[] kinds = new Kind[side.to - side.from];
    boolean anyFrequent = false;
    for (int i = 0; i < kinds.length; i++) {
      int matches = classes.occurrences(other, side.lineClass(side.from + i));
      kinds[i] = matches == 0 ? Kind.UNMATCHED : matches >= frequent ? Kind.FREQUENT : Kind.MATCHED;
      anyFrequent |= kinds[i] == Kind.FREQUENT;
    }
    Confusion confusion = anyFrequent ? new Confusion(kinds) : null;
    for (int i = 0; i < kinds.length; i++) {
      boolean keep =
          kinds[i] == Kind.MATCHED
              || (kinds[i] == Kind.FREQUENT && confusion != null && !confusion.misleads(i));
      if (keep) {
        side.keep(side.from + i);
      } else {
        side.changed[side.from + i] = true;
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
  private boolean misleads(int line) {
    int from = Math.max(matchedBefore[line] + 1, line - WINDOW);
    int to = Math.min(matchedAfter[line], line + WINDOW + 1);
    int before = unmatched[line] - unmatched[from];
    int after = unmatched[to] - unmatched[line + 1];
    if (before == 0 || after == 0) {
      return false;
    }
    int frequent = to - from + 1 - before - after;
    return frequent * FREQUENT_PER_UNMATCHED < frequent + before + after;
  }
}
