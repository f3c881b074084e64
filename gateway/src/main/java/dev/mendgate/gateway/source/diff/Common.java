package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/**
 * How many bytes two texts share at their starts and at their ends; both may cover the same bytes.
 *
 * @param prefix equal bytes at the start
 * @param suffix equal bytes at the end
 */
public record Common(int prefix, int suffix) {
  /** Compares two texts. */
  public static Common of(byte[] a, byte[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0
        ? new Common(a.length, a.length)
        : new Common(mismatch, suffix(a, b, Math.min(a.length, b.length)));
  }

  private static int suffix(byte[] a, byte[] b, int least) {
    int equal = 0;
    while (equal + Long.BYTES <= least) {
      long x = Words.at(a, a.length - equal - Long.BYTES);
      long y = Words.at(b, b.length - equal - Long.BYTES);
      if (x != y) {
        return equal + Long.numberOfLeadingZeros(x ^ y) / Byte.SIZE;
      }
      equal += Long.BYTES;
    }
    while (equal < least && a[a.length - 1 - equal] == b[b.length - 1 - equal]) {
      equal++;
    }
    return equal;
  }
}
