package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.compile.Compilation;
import dev.mendgate.sandbox.compile.OverlayCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries reproducers on the unpatched code of one module. */
final class Reproductions {
  private static final int CONVINCING_FAILURES = 2;

  private final TestBed bed;
  private final OverlayCompiler compiler;
  private final Budget budget;

  Reproductions(TestBed bed, OverlayCompiler compiler, Budget budget) {
    this.bed = bed;
    this.compiler = compiler;
    this.budget = budget;
  }

  /**
   * What is known of a reproducer.
   *
   * @param classes folder with the compiled test
   * @param failureRate share of the runs that failed as wanted, from 0 to 1
   * @param settled whether the same question would be answered alike
   */
  record Reproduction(
      ReproducerOutcome outcome, Path classes, double failureRate, boolean settled) {}

  /** Compiles and runs a reproducer. */
  Reproduction of(ReproducerTest test, Path classes) {
    Compilation compilation =
        compiler.generated(bed.module(), Map.of(test.path(), test.source()), classes);
    if (compilation instanceof Compilation.Failed failed) {
      return no("the test does not compile: " + failed.firstError(), classes, true);
    }
    return test.stress() ? stress(test, classes) : call(test, classes);
  }

  private Reproduction call(ReproducerTest test, Path classes) {
    CrashMatch match = new CrashMatch(test);
    boolean sameMessage = true;
    for (int i = 0; i < budget.callRuns(); i++) {
      ReproducerRun run = ReproducerRun.of(bed, List.of(classes), test);
      if (!run.completed() || !match.crashed(run.failure().orElse(null))) {
        return no(
            "the test does not fail as the event did: " + run.outcome(), classes, settled(run));
      }
      sameMessage &= match.sameMessage(run.failure().orElse(null));
    }
    return yes(
        "the test fails as the event did in %d of %d runs",
        budget.callRuns(), budget.callRuns(), sameMessage, classes);
  }

  private Reproduction stress(ReproducerTest test, Path classes) {
    CrashMatch match = new CrashMatch(test);
    int failures = 0;
    @Nullable ReproducerRun last = null;
    for (int runs = 1; runs <= budget.stressRuns(); runs++) {
      last = ReproducerRun.of(bed, List.of(classes), test);
      if (!last.completed()) {
        return no("the test does not run to its end: " + last.outcome(), classes, settled(last));
      }
      var failure = last.failure().orElse(null);
      failures += match.crashed(failure) || match.ownAssertion(failure) ? 1 : 0;
      if (failures >= CONVINCING_FAILURES) {
        boolean same = match.sameMessage(failure);
        return yes("the test fails in %d of %d runs", failures, runs, same, classes);
      }
    }
    String outcome = last == null ? "" : ", in the last " + last.outcome();
    return no(
        "the test fails as the event did in %d of %d runs%s"
            .formatted(failures, budget.stressRuns(), outcome),
        classes,
        true);
  }

  private static boolean settled(ReproducerRun run) {
    return run.completed() || Endings.blamesTest(run.worker());
  }

  private static Reproduction yes(
      String text, int failures, int runs, boolean sameMessage, Path classes) {
    ReproducerOutcome outcome =
        new ReproducerOutcome(true, sameMessage, text.formatted(failures, runs));
    return new Reproduction(outcome, classes, (double) failures / runs, true);
  }

  private static Reproduction no(String summary, Path classes, boolean settled) {
    return new Reproduction(new ReproducerOutcome(false, false, summary), classes, 0, settled);
  }
}
