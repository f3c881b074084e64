package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a module's tests do without any patch; each test class is run once per session, and again
 * where it fails. Safe for concurrent use.
 */
final class Baseline {
  private static final int MOST_RESTARTS = 3;

  /** A busy machine takes this long to start a JVM; tests are accounted without it. */
  private static final Duration START = Duration.ofSeconds(60);

  private final TestBed bed;
  private final Duration testTime;
  private final Map<String, ClassRun> runs = new LinkedHashMap<>();

  Baseline(TestBed bed, Duration testTime) {
    this.bed = bed;
    this.testTime = testTime;
  }

  /**
   * One test class without patches.
   *
   * @param usable false where it took the worker down or did not get its turn
   * @param failing ids of its tests that fail
   * @param flaky ids of its tests that fail once and pass once
   * @param results status by id
   */
  record ClassRun(
      boolean usable,
      Map<String, Status> results,
      Set<String> failing,
      Set<String> flaky,
      long millis) {
    static final ClassRun UNUSABLE = new ClassRun(false, Map.of(), Set.of(), Set.of(), 0);
  }

  /**
   * Returns those of the wanted classes that ran to their end, as many as fit the time, in order.
   *
   * @return empty where the sandbox failed or was cancelled
   */
  synchronized Optional<Map<String, ClassRun>> of(List<String> wanted) {
    List<String> unknown =
        new ArrayList<>(wanted.stream().filter(c -> !runs.containsKey(c)).toList());
    for (int start = 0; start <= MOST_RESTARTS && !unknown.isEmpty(); start++) {
      WorkerResult result = bed.run(List.of(), TestBed.classes(unknown), testTime.plus(START));
      if (result.ending() != Ending.COMPLETED && !Endings.blamesTest(result)) {
        return Optional.empty();
      }
      take(result, unknown);
      if (result.ending() == Ending.TIMED_OUT) {
        break; // what had no turn does not fit the time
      }
    }
    unknown.forEach(c -> runs.put(c, ClassRun.UNUSABLE));
    return Optional.of(withinTime(wanted));
  }

  private void take(WorkerResult result, List<String> unknown) {
    int done = unknown.size();
    if (result.ending() != Ending.COMPLETED) {
      done =
          Math.max(
              0, unknown.indexOf(RunResults.classOf(String.valueOf(result.culprit()), unknown)));
    }
    List<String> complete = List.copyOf(unknown.subList(0, done));
    Map<String, List<TestResult>> byClass = RunResults.byClass(result.results(), complete);
    Set<String> flaky = flaky(byClass);
    for (String name : complete) {
      runs.put(name, classRun(byClass.getOrDefault(name, List.of()), flaky));
    }
    if (result.ending() != Ending.COMPLETED) {
      runs.put(unknown.get(done), ClassRun.UNUSABLE);
      unknown.remove(done);
    }
    unknown.removeAll(complete);
  }

  /** Runs failing classes again: what passes then is not to be relied upon. */
  private Set<String> flaky(Map<String, List<TestResult>> byClass) {
    List<String> red =
        byClass.entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(r -> r.status() == Status.FAILED))
            .map(Map.Entry::getKey)
            .toList();
    if (red.isEmpty()) {
      return Set.of();
    }
    Set<String> failing = new HashSet<>();
    byClass.values().forEach(l -> failing.addAll(RunResults.failing(l)));
    Map<String, Status> again =
        RunResults.statuses(
            bed.run(List.of(), TestBed.classes(red), testTime.plus(START)).results());
    failing.removeIf(id -> again.get(id) != Status.PASSED);
    return failing;
  }

  private static ClassRun classRun(List<TestResult> results, Set<String> flaky) {
    Map<String, Status> statuses = RunResults.statuses(results);
    Set<String> mine = new HashSet<>(flaky);
    mine.retainAll(statuses.keySet());
    long millis = results.stream().mapToLong(TestResult::millis).sum();
    return new ClassRun(true, statuses, RunResults.failing(results), mine, millis);
  }

  private Map<String, ClassRun> withinTime(List<String> wanted) {
    Map<String, ClassRun> chosen = new LinkedHashMap<>();
    long spent = 0;
    for (String name : wanted) {
      ClassRun run = runs.getOrDefault(name, ClassRun.UNUSABLE);
      if (!run.usable() || spent + run.millis() > testTime.toMillis()) {
        continue;
      }
      spent += run.millis();
      chosen.put(name, run);
    }
    return chosen;
  }
}
