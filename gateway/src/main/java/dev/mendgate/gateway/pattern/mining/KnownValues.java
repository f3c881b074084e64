package dev.mendgate.gateway.pattern.mining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that were found to be values, each with the word before it: where {@code user alice} and
 * {@code user bob} were values in one message, they are in another, though few came there.
 */
final class KnownValues {
  private final Set<Long> known = new HashSet<>();
  private final Map<Long, List<Slot>> waiting = new HashMap<>();
  private final Map<Slot, Integer> counts = new HashMap<>();

  int size() {
    return known.size();
  }

  /** Returns the values, each hashed together with the word before it. */
  long[] all() {
    return known.stream().mapToLong(Long::longValue).toArray();
  }

  /** Notes a value that {@link #all} returned. */
  void add(long value) {
    known.add(value);
  }

  void teachAll(KnownValues other) {
    known.addAll(other.known);
  }

  /** Notes values of a variable place; returns the slots that became variable by that. */
  List<Slot> teach(long lead, long[] words) {
    List<Slot> enough = new ArrayList<>();
    for (long word : words) {
      long key = key(lead, word);
      if (lead != 0 && known.add(key)) {
        for (Slot slot : waiting.getOrDefault(key, List.of())) {
          if (count(slot)) {
            enough.add(slot);
          }
        }
        waiting.remove(key);
      }
    }
    return enough;
  }

  /** Notes a value of a place that is not variable; returns whether that makes it so. */
  boolean ask(Slot slot, long word) {
    if (slot.lead == 0) {
      return false;
    }
    long key = key(slot.lead, word);
    if (known.contains(key)) {
      return count(slot);
    }
    waiting.computeIfAbsent(key, k -> new ArrayList<>(2)).add(slot);
    return false;
  }

  void forget(Slot slot) {
    counts.remove(slot);
  }

  private boolean count(Slot slot) {
    return counts.merge(slot, 1, Integer::sum) >= Slot.ENOUGH_KNOWN;
  }

  private static long key(long lead, long word) {
    return Hashing.finish(Hashing.add(lead, word));
  }
}
