package dev.mendgate.gateway.source.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Wordings by a word that a message has to contain. Words are numbered; finding one reads a stretch
 * of the message and creates nothing. Immutable: safe for concurrent use.
 */
final class KeyWords {
  private static final int FREE = -1;

  private final String[] words;
  private final Wording[][] filed;
  private final int[] slots;

  KeyWords(Map<String, List<Wording>> wordings) {
    words = new String[wordings.size()];
    filed = new Wording[wordings.size()][];
    slots = new int[Integer.highestOneBit(Math.max(1, wordings.size())) * 4];
    Arrays.fill(slots, FREE);
    int count = 0;
    for (Map.Entry<String, List<Wording>> entry : wordings.entrySet()) {
      words[count] = entry.getKey();
      filed[count] = entry.getValue().toArray(Wording[]::new);
      slots[freeSlot(entry.getKey().hashCode())] = count++;
    }
  }

  private int freeSlot(int hash) {
    int slot = slot(hash);
    while (slots[slot] != FREE) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  /** Returns how many words there are; they are numbered from 0. */
  int size() {
    return words.length;
  }

  /** Returns the number of a word; -1 where nothing is filed under it. */
  int number(String text, int from, int to, int hash) {
    for (int slot = slot(hash); slots[slot] != FREE; slot = slot + 1 & slots.length - 1) {
      String word = words[slots[slot]];
      if (word.hashCode() == hash
          && word.length() == to - from
          && text.regionMatches(from, word, 0, to - from)) {
        return slots[slot];
      }
    }
    return -1;
  }

  /** Returns the wordings that have the word. */
  Wording[] at(int number) {
    return filed[number];
  }
}
