package dev.mendgate.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * A verdict and what it rests on.
 *
 * @param summary one sentence that names the decisive fact
 * @param testsRun tests run on the patched code
 * @param failedBefore of those, how many fail without the patch
 * @param failedAfter of those, how many fail with it
 * @param newlyFailing tests that pass without the patch and fail with it, as {@code class#method}
 * @param changedLineCoverage share of the executable changed lines that a test or the reproducer
 *     reached, from 0 to 1; negative where it was not measured
 * @param isolation layers that were in force
 */
public record Validation(
    Verdict verdict,
    String summary,
    ReproducerStatus reproducer,
    int testsRun,
    int failedBefore,
    int failedAfter,
    List<String> newlyFailing,
    double changedLineCoverage,
    String isolation,
    Duration duration) {
  public Validation {
    newlyFailing = List.copyOf(newlyFailing);
  }

  /** What the reproducer did. */
  public enum ReproducerStatus {
    NONE,
    DOES_NOT_REPRODUCE,
    DOES_NOT_REACH_CHANGE,
    FAILS_BEFORE_PASSES_AFTER,
    FAILS_BEFORE_FAILS_AFTER
  }
}
