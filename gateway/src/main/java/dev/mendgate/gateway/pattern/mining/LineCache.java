package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;

/**
 * The templates of the lines seen last, by the hash of the lines' tokens; bounded, open addressed.
 */
final class LineCache {
  private static final int CAPACITY = 1 << 16;
  private static final int PROBES = 8;

  private final long[] keys = new long[CAPACITY];
  private final int[] templates = new int[CAPACITY];

  /** Returns the index of the line's template as it was; -1 where the line is not known. */
  int get(long key) {
    for (int i = 0; i < PROBES; i++) {
      int at = (int) (key + i) & (CAPACITY - 1);
      if (keys[at] == key) {
        return templates[at];
      }
      if (keys[at] == 0) {
        return -1;
      }
    }
    return -1;
  }

  void clear() {
    Arrays.fill(keys, 0);
  }

  void put(long key, int template) {
    int at = (int) key & (CAPACITY - 1);
    for (int i = 0; i < PROBES; i++) {
      int next = (int) (key + i) & (CAPACITY - 1);
      if (keys[next] == 0) {
        at = next;
        break;
      }
    }
    keys[at] = key;
    templates[at] = template;
  }
}
