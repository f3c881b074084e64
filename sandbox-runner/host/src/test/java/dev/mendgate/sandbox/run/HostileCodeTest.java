package dev.mendgate.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileCodeTest {
  private static final String INMATES = "dev.mendgate.sandbox.run.inmates.";
  private static final String HOSTILE = INMATES + "Hostile";
  private static final Limits BRIEF = new Limits(Duration.ofSeconds(6), 64, 400, 150, 1 << 20, 64);
  private static final Limits TIGHT = new Limits(Duration.ofSeconds(30), 64, 400, 150, 1 << 20, 64);

  @TempDir private Path cwd = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "exits, EXITED",
    "halts, EXITED",
    "exitsWithHookThatHangs, EXITED",
    "fillsHeap, OUT_OF_MEMORY",
    "startsThreads, TOO_MANY_PROCESSES",
    "forks, TOO_MANY_PROCESSES",
    "hoardsOutsideTheHeap, OUT_OF_MEMORY",
    "floodsOutput, OUTPUT_FLOOD",
    "fillsDisk, DISK_FULL",
    "killsEverybody, CRASHED",
    "killsItself, CRASHED",
    "forgesResults, PROTOCOL_VIOLATION"
  })
  void what_code_under_test_does_is_contained_and_named(String method, Ending ending) {
    assumeFalse(isBare(), "this machine has no namespaces");
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, HOSTILE, method, TIGHT);

    assertEquals(ending, result.ending(), result::toString);
    assertEquals(HOSTILE + "#" + method, result.culprit());
  }

  @ParameterizedTest
  @CsvSource({
    "exits, EXITED",
    "fillsHeap, OUT_OF_MEMORY",
    "startsThreads, TOO_MANY_PROCESSES",
    "floodsOutput, OUTPUT_FLOOD",
    "fillsDisk, DISK_FULL",
    "killsItself, CRASHED",
    "forgesResults, PROTOCOL_VIOLATION"
  })
  void limits_hold_without_isolation(String method, Ending ending) {
    WorkerResult result = run(Isolation.Mode.NONE, HOSTILE, method, TIGHT);

    assertEquals(ending, result.ending(), result::toString);
    // Threads outlive the method that started them: the limit may be met just after it.
    boolean justAfter =
        method.equals("startsThreads") && (HOSTILE + "#<class>").equals(result.culprit());
    assertTrue(justAfter || (HOSTILE + "#" + method).equals(result.culprit()), result::toString);
  }

  @Test
  void an_endless_loop_meets_the_wall_clock() {
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, HOSTILE, "loopsForever", BRIEF);

    assertEquals(Ending.TIMED_OUT, result.ending(), result::toString);
    assertEquals(HOSTILE + "#loopsForever", result.culprit());
  }

  @Test
  void an_endless_initialiser_is_named() {
    String type = INMATES + "HostileInitialiser";
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, type, null, BRIEF);

    assertEquals(Ending.TIMED_OUT, result.ending(), result::toString);
    assertNotNull(result.culprit());
    assertTrue(result.culprit().startsWith(type + "#"), result.culprit());
  }

  @ParameterizedTest
  @CsvSource({"BEST_EFFORT", "NONE"})
  void what_is_left_running_dies_with_the_worker(Isolation.Mode mode) {
    WorkerResult result = run(mode, HOSTILE, "leavesChildrenAndThreadsBehind", TIGHT);

    assertEquals(Ending.COMPLETED, result.ending(), result::toString);
    assertEquals(Status.PASSED, result.results().get(0).status());
  }

  @Test
  void an_exception_that_answers_no_question_is_reported_all_the_same() {
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, HOSTILE, "throwsSomethingNasty", TIGHT);

    assertEquals(Ending.COMPLETED, result.ending(), result::toString);
    TestResult test = result.results().get(0);
    assertEquals(Status.FAILED, test.status());
    assertNotNull(test.failure());
    assertEquals(HOSTILE + "$Nasty", test.failure().type());
  }

  @Test
  void an_interrupt_cancels_and_stays_visible() throws Exception {
    CompletableFuture<WorkerResult> result = new CompletableFuture<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              result.complete(run(Isolation.Mode.BEST_EFFORT, HOSTILE, "loopsForever", TIGHT));
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    while (caller.isAlive() && Inside.leftovers().findAny().isEmpty()) {
      Thread.sleep(10);
    }
    caller.interrupt();
    caller.join();

    assertEquals(Ending.CANCELLED, result.get().ending(), result::toString);
    assertTrue(interrupted.get());
  }

  @ParameterizedTest
  @CsvSource({"startsThreads, TOO_MANY_PROCESSES", "hoardsOutsideTheHeap, OUT_OF_MEMORY"})
  void the_host_keeps_limits_where_the_kernel_does_not(String method, Ending ending) {
    Enclosure enclosure = Workers.isolation(Isolation.Mode.BEST_EFFORT).enclosure();
    Worker worker = new ForkedWorker(new Isolation(enclosure, ControlGroups.none()));
    WorkerResult result = worker.run(Inside.request(cwd, TIGHT, new TestSelector(HOSTILE, method)));

    assertEquals(ending, result.ending(), result::toString);
    assertEquals(HOSTILE + "#" + method, result.culprit());
  }

  @AfterEach
  void nothing_is_left_behind() {
    assertEquals(List.of(), Inside.leftovers().map(ProcessHandle::info).toList());
  }

  /** Between the hostile requests, each is the other's next. */
  @AfterAll
  static void the_next_request_is_unaffected(@TempDir Path cwd) {
    TestSelector plain = new TestSelector(INMATES + "Plain", null);
    Worker worker = Workers.create(Isolation.Mode.BEST_EFFORT);
    WorkerResult next = worker.run(Inside.request(cwd, TIGHT, plain));
    assertEquals(Ending.COMPLETED, next.ending(), next::toString);
    assertEquals(Status.PASSED, next.results().get(0).status());
  }

  private static boolean isBare() {
    return Workers.isolation(Isolation.Mode.BEST_EFFORT).layers().startsWith("process");
  }

  private WorkerResult run(
      Isolation.Mode mode, String type, @Nullable String method, Limits limits) {
    return Workers.create(mode).run(Inside.request(cwd, limits, new TestSelector(type, method)));
  }
}
