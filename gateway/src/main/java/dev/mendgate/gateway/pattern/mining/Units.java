package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;

/** The words that follow a number and belong to it. */
final class Units {
  private static final long[] HASHES =
      Arrays.stream(
              ("B KB MB GB TB kB K M G KiB MiB GiB Kbytes byte bytes ms us ns msec msecs sec secs"
                      + " second seconds s min mins minute minutes hour hours day days % MHz GHz")
                  .split(" ", -1))
          .mapToLong(Hashing::of)
          .sorted()
          .toArray();

  private Units() {}

  static boolean isUnit(long wordHash) {
    return Arrays.binarySearch(HASHES, wordHash) >= 0;
  }
}
