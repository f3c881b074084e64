package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.coverage.LineProbes;
import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What was found out about one patch so far; used by one thread. */
final class Evidence {
  private final long started = System.nanoTime();
  private final BitSet hitByTests = new BitSet();
  private final BitSet hitByReproducer = new BitSet();
  private Optional<LineProbes> probes = Optional.empty();
  private ReproducerStatus reproducer = ReproducerStatus.NONE;
  private int testsRun;
  private int failedBefore;
  private int failedAfter;
  private List<String> newlyFailing = List.of();
  private String isolation = "";

  void probed(Optional<LineProbes> found) {
    probes = found;
  }

  void reproducer(ReproducerStatus status) {
    reproducer = status;
  }

  ReproducerStatus reproducer() {
    return reproducer;
  }

  void ranReproducer(WorkerResult run) {
    isolation = run.isolation();
    run.results().forEach(r -> r.probesHit().forEach(hitByReproducer::set));
  }

  void ranTests(Regressions.Compared tests) {
    isolation = tests.isolation();
    List<TestResult> after = tests.after();
    testsRun += (int) after.stream().filter(r -> r.status() != Status.SKIPPED).count();
    failedBefore += tests.failedBefore();
    failedAfter += RunResults.failing(after).size();
    newlyFailing = tests.newlyFailing();
    after.forEach(r -> r.probesHit().forEach(hitByTests::set));
  }

  /** Whether the reproducer ran past the patch, which then it cannot say anything about. */
  boolean reproducerMissesChange() {
    return probes.isPresent() && probes.get().size() > 0 && hitByReproducer.isEmpty();
  }

  boolean testsReachChange() {
    return !hitByTests.isEmpty();
  }

  int testsRun() {
    return testsRun;
  }

  private double coverage() {
    if (probes.isEmpty() || probes.get().size() == 0) {
      return -1;
    }
    BitSet hit = (BitSet) hitByTests.clone();
    hit.or(hitByReproducer);
    return Math.min(1, (double) hit.cardinality() / probes.get().size());
  }

  Validation verdict(Verdict verdict, String summary) {
    return new Validation(
        verdict,
        summary,
        reproducer,
        testsRun,
        failedBefore,
        failedAfter,
        newlyFailing,
        coverage(),
        isolation,
        Duration.ofNanos(System.nanoTime() - started));
  }
}
