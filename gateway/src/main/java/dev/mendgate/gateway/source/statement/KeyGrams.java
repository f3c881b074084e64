package dev.mendgate.gateway.source.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Wordings by four characters in a row that a message has to contain, as one number. They are
 * looked for wherever an argument may be glued to the text, in one pass over the message.
 * Immutable: safe for concurrent use.
 */
final class KeyGrams {
  /** Characters of a gram: as many as a {@code long} holds. */
  static final int LENGTH = 4;

  private static final int FREE = -1;
  private static final int SPARSE = 8;

  private final long[] grams;
  private final int[] numbers;
  private final Wording[][] filed;
  private final int shift;

  KeyGrams(Map<Long, List<Wording>> wordings) {
    int size = Integer.highestOneBit(Math.max(1, wordings.size())) * SPARSE;
    grams = new long[size];
    numbers = new int[size];
    filed = new Wording[wordings.size()][];
    shift = Integer.numberOfLeadingZeros(size) + 1;
    Arrays.fill(numbers, FREE);
    int count = 0;
    for (Map.Entry<Long, List<Wording>> entry : wordings.entrySet()) {
      int slot = slot(entry.getKey());
      while (numbers[slot] != FREE) {
        slot = slot + 1 & size - 1;
      }
      grams[slot] = entry.getKey();
      filed[count] = entry.getValue().toArray(Wording[]::new);
      numbers[slot] = count++;
    }
  }

  /** Returns the gram that ends with a character, of that and the gram before. */
  static long next(long gram, char c) {
    return gram << Character.SIZE | c;
  }

  private int slot(long gram) {
    return hash(gram) >>> shift;
  }

  /** Returns a number whose upper bits depend on all characters: 2^64 by the golden ratio. */
  static int hash(long gram) {
    return (int) (gram * 0x9e3779b97f4a7c15L >>> Integer.SIZE);
  }

  boolean isEmpty() {
    return filed.length == 0;
  }

  /** Returns the number of a gram, from 0; -1 where nothing is filed under it. */
  int number(long gram) {
    int slot = slot(gram);
    while (numbers[slot] != FREE && grams[slot] != gram) {
      slot = slot + 1 & numbers.length - 1;
    }
    return numbers[slot];
  }

  /** Returns the wordings that have the gram. */
  Wording[] at(int number) {
    return filed[number];
  }
}
