package dev.mendgate.gateway.source.statement;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wordings that fit one message, and the words of it that were looked at; used again. */
final class Fitting {
  private static final ThreadLocal<Fitting> OF_THREAD = ThreadLocal.withInitial(Fitting::new);

  private Wording[] found = new Wording[16];
  private int count;
  private long[] seen = new long[16];
  private int[] noted = new int[64];
  private int notedCount;

  private Fitting() {}

  /** Returns the one of the thread that calls, empty. */
  static Fitting ofThread() {
    Fitting fitting = OF_THREAD.get();
    fitting.clear();
    return fitting;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the wording that fits if there is no other one, else null. */
  @Nullable Wording only() {
    return count == 1 ? found[0] : null;
  }

  List<Wording> wordings() {
    return List.of(Arrays.copyOf(found, count));
  }

  void addFitting(Wording[] candidates, String text) {
    for (Wording candidate : candidates) {
      if (candidate.fits(text)) {
        add(candidate);
      }
    }
  }

  /** Of candidates that start as the message does. */
  void addFittingFromStart(Wording[] candidates, String text) {
    for (Wording candidate : candidates) {
      if (candidate.fitsFromStart(text)) {
        add(candidate);
      }
    }
  }

  private void add(Wording wording) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = wording;
  }

  /** Returns whether the word with that number was not met in this message before. */
  boolean isNew(int word) {
    int slot = word >>> 6;
    if (slot >= seen.length) {
      seen = Arrays.copyOf(seen, Math.max(slot + 1, 2 * seen.length));
    }
    boolean isNew = (seen[slot] & 1L << word) == 0;
    if (isNew) {
      seen[slot] |= 1L << word;
      note(word);
    }
    return isNew;
  }

  private void note(int word) {
    if (notedCount == noted.length) {
      noted = Arrays.copyOf(noted, 2 * notedCount);
    }
    noted[notedCount++] = word;
  }

  /** Keeps no statement alive whose index is gone. */
  void clear() {
    Arrays.fill(found, 0, count, null);
    count = 0;
    for (int i = 0; i < notedCount; i++) {
      seen[noted[i] >>> 6] = 0;
    }
    notedCount = 0;
  }
}
