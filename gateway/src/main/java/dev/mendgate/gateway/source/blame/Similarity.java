package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.IntList;
import org.jspecify.annotations.Nullable;

/**
 * How much of a file another one took over, measured as git does: each line, in pieces of at most
 * 64 bytes, counts for its length wherever it stands. What follows the last line ending does not
 * count, as in git before 2.44. For one thread.
 */
final class Similarity {
  /** The score of equal files. */
  static final int MAX = 60_000;

  private static final int BUCKETS = 107_927;
  private static final int PIECE = 64;

  /**
   * What a file consists of.
   *
   * @param size its bytes
   * @param buckets of the pieces, and
   * @param counts how many bytes each bucket has
   */
  record Print(long size, int[] buckets, int[] counts) {}

  private final int[] table = new int[BUCKETS];
  private final IntList used = new IntList();
  private @Nullable Print counted;

  /** Takes a file's print. */
  Print print(byte[] bytes) {
    clear();
    boolean text = !Text.isBinary(bytes);
    int high = 0;
    int low = 0;
    int length = 0;
    for (int at = 0; at < bytes.length; at++) {
      int c = bytes[at] & 0xff;
      if (text && c == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
        continue;
      }
      int before = high;
      high = (high << 7 ^ low >>> 25) + c;
      low = low << 7 ^ before >>> 25;
      if (++length < PIECE && c != '\n') {
        continue;
      }
      count(Integer.remainderUnsigned(high + low * 0x61, BUCKETS), length);
      high = 0;
      low = 0;
      length = 0;
    }
    return taken(bytes.length);
  }

  /** Returns the score of two files, from 0 to {@link #MAX}. */
  int score(Print source, Print target) {
    if (!worthwhile(source.size, target.size)) {
      return 0;
    }
    if (counted != target) {
      clear();
      for (int i = 0; i < target.buckets.length; i++) {
        count(target.buckets[i], target.counts[i]);
      }
      counted = target;
    }
    long copied = 0;
    for (int i = 0; i < source.buckets.length; i++) {
      copied += Math.min(source.counts[i], table[source.buckets[i]]);
    }
    long larger = Math.max(source.size, target.size);
    return target.size == 0 ? 0 : (int) (copied * MAX / larger);
  }

  /** Says whether files of such sizes can be similar enough to be one that was renamed. */
  static boolean worthwhile(long source, long target) {
    long larger = Math.max(source, target);
    long difference = larger - Math.min(source, target);
    return larger * (MAX - RenameSearch.LEAST_SCORE) >= difference * MAX;
  }

  private void count(int bucket, int bytes) {
    if (table[bucket] == 0) {
      used.add(bucket);
    }
    table[bucket] += bytes;
  }

  private Print taken(int size) {
    int[] buckets = new int[used.size()];
    int[] counts = new int[used.size()];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = used.get(i);
      counts[i] = table[buckets[i]];
    }
    return new Print(size, buckets, counts);
  }

  private void clear() {
    for (int i = 0; i < used.size(); i++) {
      table[used.get(i)] = 0;
    }
    used.truncate(0);
    counted = null;
  }
}
