package dev.mendgate.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.TestResult.Thrown;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForkedWorkerTest {
  private static final String PEACEFUL = "dev.mendgate.sandbox.run.inmates.Peaceful";

  @ParameterizedTest
  @EnumSource(names = {"BEST_EFFORT", "NONE"})
  void every_test_is_reported_with_its_own_status(Isolation.Mode mode, @TempDir Path cwd) {
    WorkerResult result = run(mode, cwd, new TestSelector(PEACEFUL, null));

    assertEquals(Ending.COMPLETED, result.ending(), result.output());
    assertNull(result.culprit());
    Map<String, Status> status =
        result.results().stream().collect(Collectors.toMap(TestResult::id, TestResult::status));
    assertEquals(
        Map.of(
            PEACEFUL + "#passes", Status.PASSED,
            PEACEFUL + "#fails", Status.FAILED,
            PEACEFUL + "#disabled", Status.SKIPPED,
            PEACEFUL + "#assumes", Status.SKIPPED,
            PEACEFUL + "#counts(int)[1]", Status.PASSED,
            PEACEFUL + "#counts(int)[2]", Status.FAILED,
            PEACEFUL + "$Inner#passesToo", Status.PASSED),
        status);
  }

  @Test
  void a_selected_method_runs_alone(@TempDir Path cwd) {
    WorkerResult result =
        run(Isolation.Mode.BEST_EFFORT, cwd, new TestSelector(PEACEFUL, "counts(int)[2]"));

    assertEquals(
        List.of(PEACEFUL + "#counts(int)[1]", PEACEFUL + "#counts(int)[2]"),
        result.results().stream().map(TestResult::id).toList());
  }

  @Test
  void probes_are_told_apart_by_test(@TempDir Path cwd) {
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, cwd, new TestSelector(PEACEFUL, null));

    for (TestResult test : result.results()) {
      List<Integer> expected = test.method().equals("passes") ? List.of(3, 7) : List.of();
      assertEquals(expected, test.probesHit(), test.id());
    }
  }

  @Test
  void a_failure_comes_with_frames_and_cause(@TempDir Path cwd) {
    WorkerResult result = run(Isolation.Mode.BEST_EFFORT, cwd, new TestSelector(PEACEFUL, "fails"));

    Thrown thrown = result.results().get(0).failure();
    assertNotNull(thrown);
    assertEquals("java.lang.IllegalStateException", thrown.type());
    assertEquals("outer", thrown.message());
    assertEquals("fails", thrown.frames().get(0).getMethodName());
    assertEquals("Peaceful.java", thrown.frames().get(0).getFileName());
    assertNotNull(thrown.cause());
    assertEquals("java.lang.IllegalArgumentException", thrown.cause().type());
  }

  @Test
  void a_class_that_is_missing_fails_as_a_class(@TempDir Path cwd) {
    WorkerResult result =
        run(Isolation.Mode.BEST_EFFORT, cwd, new TestSelector("no.such.Thing", null));

    assertEquals(Ending.COMPLETED, result.ending());
    assertEquals("no.such.Thing#<class>", result.results().get(0).id());
    assertEquals(Status.FAILED, result.results().get(0).status());
  }

  private static WorkerResult run(Isolation.Mode mode, Path cwd, TestSelector test) {
    return Workers.create(mode).run(Inside.request(cwd, Inside.QUICK, test));
  }
}
