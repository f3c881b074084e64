package dev.mendgate.sandbox.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a worker.
 *
 * @param ending how the process ended
 * @param culprit the test that was running when it died, as {@code class#method}; null where it
 *     ended well
 * @param results tests that ended, in order
 * @param output end of standard output and error, at most 64 KiB
 * @param isolation layers that were in force, such as {@code userns,mount,net,pid,cgroup}
 */
public record WorkerResult(
    Ending ending,
    @Nullable String culprit,
    List<TestResult> results,
    String output,
    String isolation,
    Duration duration) {
  public WorkerResult {
    results = List.copyOf(results);
  }

  /** How a worker process ended. */
  public enum Ending {
    COMPLETED,
    /** Wall clock ran out. */
    TIMED_OUT,
    OUT_OF_MEMORY,
    /** The code under test called {@code System.exit} or {@code halt}. */
    EXITED,
    /** Killed by a signal, or crashed. */
    CRASHED,
    TOO_MANY_PROCESSES,
    OUTPUT_FLOOD,
    DISK_FULL,
    /** The worker did not keep to the protocol: its results are not believed. */
    PROTOCOL_VIOLATION,
    /** The caller was interrupted; the whole process tree is gone. */
    CANCELLED,
    /** The sandbox could not be set up. */
    SANDBOX_FAILURE
  }
}
