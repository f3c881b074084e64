package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.judge.Baseline.ClassRun;
import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the relevant tests with and without a patch, and believes no difference seen once. */
final class Regressions {
  private static final Duration SLACK = Duration.ofSeconds(60);

  private final TestBed bed;
  private final List<Path> overlays;
  private final Map<String, ClassRun> before;

  Regressions(TestBed bed, List<Path> overlays, Map<String, ClassRun> before) {
    this.bed = bed;
    this.overlays = overlays;
    this.before = before;
  }

  /** What the comparison yields. */
  sealed interface Outcome {}

  /**
   * All tests ran.
   *
   * @param after results with the patch
   * @param newlyFailing tests that failed twice with the patch and passed twice without
   * @param flaky tests that made a difference once only
   */
  record Compared(
      List<TestResult> after,
      int failedBefore,
      List<String> newlyFailing,
      List<String> flaky,
      String isolation)
      implements Outcome {}

  /** With the patch, twice, a test took the worker down. */
  record TookDown(WorkerResult result) implements Outcome {}

  /** Nothing can be said. */
  record Unknown(WorkerResult result, String reason) implements Outcome {}

  Outcome compare() {
    List<String> classes = List.copyOf(before.keySet());
    WorkerResult first = bed.run(overlays, TestBed.classes(classes), time(classes));
    if (first.ending() != Ending.COMPLETED) {
      return ended(first);
    }
    Set<String> suspects = suspects(first.results(), classes);
    if (suspects.isEmpty()) {
      return compared(first, List.of(), List.of());
    }
    List<String> affected = affected(suspects, classes);
    WorkerResult again = bed.run(overlays, TestBed.classes(affected), time(affected));
    if (again.ending() != Ending.COMPLETED) {
      return ended(again);
    }
    Set<String> believed = suspects(again.results(), affected);
    believed.retainAll(suspects);
    if (!believed.isEmpty()) {
      WorkerResult without = bed.run(List.of(), TestBed.classes(affected), time(affected));
      if (without.ending() != Ending.COMPLETED) {
        return new Unknown(without, "without the patch " + Endings.describe(without));
      }
      believed.removeAll(RunResults.failing(without.results()));
    }
    Set<String> flaky = new TreeSet<>(suspects);
    flaky.removeAll(believed);
    return compared(first, List.copyOf(new TreeSet<>(believed)), List.copyOf(flaky));
  }

  private Compared compared(WorkerResult result, List<String> newlyFailing, List<String> flaky) {
    int failedBefore = before.values().stream().mapToInt(r -> r.failing().size()).sum();
    return new Compared(result.results(), failedBefore, newlyFailing, flaky, result.isolation());
  }

  /**
   * A test that ended well without the patch is to blame only if it takes the worker down twice.
   */
  private Outcome ended(WorkerResult result) {
    if (!Endings.blamesTest(result)) {
      return new Unknown(result, Endings.describe(result));
    }
    List<String> classes = List.copyOf(before.keySet());
    String culprit = RunResults.classOf(String.valueOf(result.culprit()), classes);
    List<String> alone = classes.contains(culprit) ? List.of(culprit) : classes;
    WorkerResult again = bed.run(overlays, TestBed.classes(alone), time(alone));
    if (!Endings.blamesTest(again)) {
      return new Unknown(result, Endings.describe(result) + " once, and not when it ran again");
    }
    WorkerResult without = bed.run(List.of(), TestBed.classes(alone), time(alone));
    return without.ending() == Ending.COMPLETED
        ? new TookDown(again)
        : new Unknown(without, "without the patch too " + Endings.describe(without));
  }

  /** Returns tests that fail now, and did not fail without the patch. */
  private Set<String> suspects(List<TestResult> after, List<String> classes) {
    Set<String> suspects = new HashSet<>();
    Map<String, List<TestResult>> byClass = RunResults.byClass(after, classes);
    for (String name : classes) {
      ClassRun run = before.getOrDefault(name, ClassRun.UNUSABLE);
      List<TestResult> results = byClass.getOrDefault(name, List.of());
      Set<String> failing = RunResults.failing(results);
      failing.removeAll(run.failing());
      suspects.addAll(failing);
      if (results.isEmpty() && run.results().containsValue(Status.PASSED)) {
        suspects.add(name + "#<class>");
      }
    }
    return suspects;
  }

  private static List<String> affected(Set<String> suspects, List<String> classes) {
    List<String> affected = new ArrayList<>();
    for (String name : classes) {
      if (suspects.stream().anyMatch(s -> RunResults.classOf(s, classes).equals(name))) {
        affected.add(name);
      }
    }
    return affected.isEmpty() ? classes : affected;
  }

  private Duration time(List<String> classes) {
    long millis =
        classes.stream().mapToLong(c -> before.getOrDefault(c, ClassRun.UNUSABLE).millis()).sum();
    return Duration.ofMillis(3 * millis).plus(SLACK);
  }
}
