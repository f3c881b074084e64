package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.judge.Reproductions.Reproduction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a reproducer that fails without the patch, with the patch. */
final class ReproducerCheck {
  private static final double BELIEVED = 0.99;
  private static final int FEWEST_STRESS_RUNS = 5;

  private final TestBed bed;
  private final Budget budget;
  private final Patch patch;
  private final ReproducerTest test;
  private final Reproduction before;
  private final Path overlay;
  private final Evidence evidence;

  ReproducerCheck(
      TestBed bed,
      Budget budget,
      Patch patch,
      ReproducerTest test,
      Reproduction before,
      Path overlay,
      Evidence evidence) {
    this.bed = bed;
    this.budget = budget;
    this.patch = patch;
    this.test = test;
    this.before = before;
    this.overlay = overlay;
    this.evidence = evidence;
  }

  /** Returns how many runs it takes to believe that the failure is gone. */
  int runs() {
    if (!test.stress()) {
      return budget.callRuns();
    }
    double passes = Math.max(1 - before.failureRate(), 0.01);
    int enough = (int) Math.ceil(Math.log(1 - BELIEVED) / Math.log(passes));
    return Math.max(FEWEST_STRESS_RUNS, Math.min(enough, 2 * budget.stressRuns()));
  }

  /** Returns a verdict where the reproducer decides against the patch, or cannot be run. */
  Optional<Validation> decides(int runs) {
    for (int i = 0; i < runs; i++) {
      ReproducerRun run = ReproducerRun.of(bed, List.of(before.classes(), overlay), test);
      evidence.ranReproducer(run.worker());
      if (run.passed()) {
        evidence.reproducer(ReproducerStatus.FAILS_BEFORE_PASSES_AFTER);
        continue;
      }
      if (!run.completed() && !Endings.blamesTest(run.worker())) {
        return Optional.of(evidence.verdict(Verdict.INCONCLUSIVE, "reproducer: " + run.outcome()));
      }
      if (run.completed() && !run.failed()) {
        return Optional.of(
            evidence.verdict(Verdict.INCONCLUSIVE, "the reproducer was skipped with the patch"));
      }
      if (evidence.reproducerMissesChange()) {
        evidence.reproducer(ReproducerStatus.DOES_NOT_REACH_CHANGE);
        return Optional.empty();
      }
      evidence.reproducer(ReproducerStatus.FAILS_BEFORE_FAILS_AFTER);
      return throwsOnPurpose(run)
          ? Optional.empty()
          : Optional.of(
              evidence.verdict(
                  Verdict.REJECTED, "with the patch the reproducer still fails: " + run.outcome()));
    }
    return Optional.empty();
  }

  private boolean throwsOnPurpose(ReproducerRun run) {
    String instead = patch.throwsInstead();
    return instead != null
        && run.completed()
        && CrashMatch.isA(run.failure().orElse(null), instead)
        && !new CrashMatch(test).crashed(run.failure().orElse(null));
  }
}
