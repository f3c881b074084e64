package dev.mendgate.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * Records which marked places of the patched code ran; the host puts the calls into class files.
 *
 * <p>Wrong numbers are ignored, so that a probe never changes what the code under test does.
 */
public final class Probe {
  /** Numbers from 0 up to this one, exclusive, are recorded. */
  public static final int CAPACITY = 1 << 16;

  private static final boolean[] HITS = new boolean[CAPACITY];

  private Probe() {}

  /** Records that place {@code id} was reached; cheap, and callable from any thread. */
  public static void hit(int id) {
    if (id >= 0 && id < CAPACITY) {
      HITS[id] = true;
    }
  }

  /** Returns the places reached since the last call, in ascending order, and forgets them. */
  static List<Integer> drain() {
    List<Integer> ids = new ArrayList<>();
    for (int id = 0; id < CAPACITY; id++) {
      if (HITS[id]) {
        HITS[id] = false;
        ids.add(id);
      }
    }
    return ids;
  }
}
