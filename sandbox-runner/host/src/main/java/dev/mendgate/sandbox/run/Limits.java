package dev.mendgate.sandbox.run;

import java.time.Duration;

/**
 * What code under test may use up.
 *
 * @param wallClock kept by the host, from start to end of the worker
 * @param heapMebibytes largest Java heap
 * @param memoryMebibytes largest resident memory of all processes together
 * @param processes largest number of processes and threads together
 * @param outputBytes largest amount of standard output and error together
 * @param diskMebibytes largest size of the scratch folder
 */
public record Limits(
    Duration wallClock,
    int heapMebibytes,
    int memoryMebibytes,
    int processes,
    long outputBytes,
    int diskMebibytes) {
  /** Limits that fit the tests of an ordinary module. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(120), 768, 1536, 512, 8L << 20, 256);
}
