package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.run.Limits;
import java.time.Duration;

/**
 * How much work one verdict may cost.
 *
 * @param limits of one worker
 * @param mostTestClasses largest number of test classes run for a patch
 * @param testTime time that those test classes may take together without the patch
 * @param callRuns runs of a reproducer that fails every time, at least 1
 * @param stressRuns largest number of runs of a reproducer that fails now and then, at least 2
 */
public record Budget(
    Limits limits, int mostTestClasses, Duration testTime, int callRuns, int stressRuns) {
  /** Fits a person who waits, and the tests of an ordinary library. */
  public static final Budget DEFAULT = of(Limits.DEFAULT);

  /** Returns the default budget with other limits. */
  public static Budget of(Limits limits) {
    return new Budget(limits, 40, Duration.ofSeconds(30), 3, 10);
  }
}
