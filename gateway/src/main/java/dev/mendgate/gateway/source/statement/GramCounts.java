package dev.mendgate.gateway.source.statement;

/** How often grams occur in the literals of a repository: never less than told, seldom more. */
final class GramCounts {
  private static final int BITS = 18;

  private final int[] counts = new int[1 << BITS];

  void add(long gram) {
    counts[slot(gram)]++;
  }

  int of(long gram) {
    return counts[slot(gram)];
  }

  private static int slot(long gram) {
    return KeyGrams.hash(gram) >>> Integer.SIZE - BITS;
  }
}
