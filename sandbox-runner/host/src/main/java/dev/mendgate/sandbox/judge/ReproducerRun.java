package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.TestResult.Thrown;
import dev.mendgate.sandbox.run.TestSelector;
import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run of a reproducer in a fresh JVM.
 *
 * @param worker how the JVM ended
 * @param result the test's, or its class's where that already failed; empty where neither ended
 */
record ReproducerRun(WorkerResult worker, Optional<TestResult> result) {
  static ReproducerRun of(TestBed bed, List<Path> overlays, ReproducerTest test) {
    TestSelector selector = new TestSelector(test.className(), test.method());
    WorkerResult worker = bed.run(overlays, List.of(selector));
    List<TestResult> ended = worker.results();
    Optional<TestResult> failed =
        ended.stream().filter(r -> r.status() == Status.FAILED).findFirst();
    return new ReproducerRun(worker, failed.or(() -> ended.stream().findFirst()));
  }

  boolean completed() {
    return worker.ending() == Ending.COMPLETED && result.isPresent();
  }

  boolean passed() {
    return completed() && result.filter(r -> r.status() == Status.PASSED).isPresent();
  }

  boolean failed() {
    return result.filter(r -> r.status() == Status.FAILED).isPresent();
  }

  Optional<Thrown> failure() {
    return result.map(TestResult::failure);
  }

  /** Says in a few words what happened. */
  String outcome() {
    if (worker.ending() != Ending.COMPLETED) {
      return Endings.describe(worker);
    }
    if (result.isEmpty()) {
      return "it did not run";
    }
    return switch (result.get().status()) {
      case PASSED -> "it passes";
      case SKIPPED -> "it was skipped";
      case FAILED ->
          "it fails with " + failure().map(ReproducerRun::describe).orElse("no exception");
    };
  }

  private static String describe(Thrown thrown) {
    String at = thrown.frames().isEmpty() ? "" : " at " + thrown.frames().get(0);
    String message = thrown.message();
    String text = message == null ? "" : ": " + message.lines().findFirst().orElse("");
    return thrown.type() + text + at;
  }
}
