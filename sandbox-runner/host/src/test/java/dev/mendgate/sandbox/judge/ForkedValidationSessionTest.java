package dev.mendgate.sandbox.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.run.Isolation;
import dev.mendgate.sandbox.run.Worker;
import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import dev.mendgate.sandbox.run.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedValidationSessionTest {
  private static final String CRASHING = "return name.trim().length();";
  private static final String RIGHT = "return name == null ? 0 : name.trim().length();";
  private static final ReproducerTest CALL = TinyProject.reproducer("Names.length(null);", false);

  private final Worker worker = Workers.create(Isolation.Mode.BEST_EFFORT);

  private final Path root;

  ForkedValidationSessionTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void a_patch_that_cures_the_reproducer_and_breaks_nothing_is_proven() throws IOException {
    Validation validation = judge(TinyProject.SOURCES, patch(RIGHT), Optional.of(CALL));

    assertEquals(Verdict.PROVEN, validation.verdict(), validation.summary());
    assertEquals(ReproducerStatus.FAILS_BEFORE_PASSES_AFTER, validation.reproducer());
    assertEquals(1, validation.testsRun());
    assertEquals(1.0, validation.changedLineCoverage());
    assertFalse(validation.isolation().isEmpty());
  }

  @Test
  void a_patch_that_only_tests_reach_is_plausible() throws IOException {
    Validation validation = judge(TinyProject.SOURCES, patch(RIGHT), Optional.empty());

    assertEquals(Verdict.PLAUSIBLE, validation.verdict(), validation.summary());
    assertEquals(ReproducerStatus.NONE, validation.reproducer());
    assertEquals(1.0, validation.changedLineCoverage());
  }

  @Test
  void a_patch_that_nothing_reaches_is_uncovered() throws IOException {
    Patch patch =
        TinyProject.patch("return name.toUpperCase();", "return \"\" + name.toUpperCase();", null);

    Validation validation = judge(TinyProject.SOURCES, patch, Optional.empty());

    assertEquals(Verdict.UNCOVERED, validation.verdict(), validation.summary());
    assertEquals(1, validation.testsRun());
    assertEquals(0.0, validation.changedLineCoverage());
  }

  @Test
  void a_patch_that_does_not_compile_is_rejected_with_the_error() throws IOException {
    Validation validation = judge(TinyProject.SOURCES, patch("return nam;"), Optional.of(CALL));

    assertEquals(Verdict.REJECTED, validation.verdict());
    assertTrue(
        validation.summary().contains("src/shop/Names.java:4: cannot find symbol"),
        validation.summary());
  }

  @Test
  void a_patch_that_leaves_the_crash_is_rejected() throws IOException {
    Validation validation =
        judge(TinyProject.SOURCES, patch("return name.strip().length();"), Optional.of(CALL));

    assertEquals(Verdict.REJECTED, validation.verdict());
    assertEquals(ReproducerStatus.FAILS_BEFORE_FAILS_AFTER, validation.reproducer());
    assertTrue(validation.summary().contains("NullPointerException"), validation.summary());
  }

  @Test
  void a_patch_that_breaks_a_test_is_rejected_with_its_name() throws IOException {
    Validation validation = judge(TinyProject.SOURCES, patch("return 0;"), Optional.of(CALL));

    assertEquals(Verdict.REJECTED, validation.verdict());
    assertEquals(List.of("shop.NamesTest#counts"), validation.newlyFailing());
    assertEquals(1, validation.failedAfter());
  }

  @Test
  void a_patch_that_ends_the_jvm_in_a_test_is_rejected_with_its_name() throws IOException {
    Patch patch = patch("if (name != null) System.exit(0); return 0;");

    Validation validation = judge(TinyProject.SOURCES, patch, Optional.of(CALL));

    assertEquals(Verdict.REJECTED, validation.verdict(), validation.summary());
    assertTrue(validation.summary().contains("shop.NamesTest#counts"), validation.summary());
  }

  @Test
  void a_patch_that_throws_on_purpose_is_not_proven_by_the_reproducer() throws IOException {
    Patch patch =
        TinyProject.patch(
            CRASHING,
            "if (name == null) throw new IllegalArgumentException(\"name\"); " + CRASHING,
            "java.lang.IllegalArgumentException");

    Validation validation = judge(TinyProject.SOURCES, patch, Optional.of(CALL));

    assertEquals(Verdict.PLAUSIBLE, validation.verdict(), validation.summary());
    assertEquals(ReproducerStatus.FAILS_BEFORE_FAILS_AFTER, validation.reproducer());
  }

  @Test
  void a_suite_that_is_red_already_does_not_stop_a_proof() throws IOException {
    Map<String, String> files = new HashMap<>(TinyProject.SOURCES);
    files.put(
        "test/shop/NamesTestCase.java",
        """
        package shop;
        import static org.junit.jupiter.api.Assertions.assertEquals;
        import org.junit.jupiter.api.Test;
        class NamesTestCase {
          @Test void red() { assertEquals(99, Names.length("a")); }
        }
        """);

    Validation validation = judge(files, patch(RIGHT), Optional.of(CALL));

    assertEquals(Verdict.PROVEN, validation.verdict(), validation.summary());
    assertEquals(1, validation.failedBefore());
    assertEquals(1, validation.failedAfter());
    assertEquals(List.of(), validation.newlyFailing());
  }

  @Test
  void a_sandbox_that_fails_is_inconclusive() throws IOException {
    Worker broken =
        request -> new WorkerResult(Ending.SANDBOX_FAILURE, null, List.of(), "", "", Duration.ZERO);
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, broken)) {
      Validation validation = session.validate(patch(RIGHT), Optional.empty());

      assertEquals(Verdict.INCONCLUSIVE, validation.verdict());
    }
  }

  @Test
  void a_test_that_only_the_patch_makes_run_for_ever_is_rejected() throws IOException {
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    List<Path> unpatched = project.modules().get(0).baseline();
    Worker hangsWithPatch =
        request ->
            request.classpath().equals(unpatched)
                ? worker.run(request)
                : ended(Ending.TIMED_OUT, "shop.NamesTest#counts");
    try (ValidationSession session = open(project, hangsWithPatch)) {
      Validation validation = session.validate(patch(RIGHT), Optional.empty());

      assertEquals(Verdict.REJECTED, validation.verdict(), validation.summary());
      assertTrue(
          validation.summary().contains("shop.NamesTest#counts ran out of time"),
          validation.summary());
    }
  }

  @Test
  void a_test_that_runs_out_of_time_on_both_sides_is_inconclusive() throws IOException {
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    AtomicInteger runs = new AtomicInteger();
    Worker slowingDown =
        request ->
            runs.getAndIncrement() == 0
                ? worker.run(request)
                : ended(Ending.TIMED_OUT, "shop.NamesTest#counts");
    try (ValidationSession session = open(project, slowingDown)) {
      Validation validation = session.validate(patch(RIGHT), Optional.empty());

      assertEquals(Verdict.INCONCLUSIVE, validation.verdict(), validation.summary());
      assertTrue(validation.summary().contains("shop.NamesTest#counts"), validation.summary());
    }
  }

  @Test
  void a_test_that_crashes_elsewhere_does_not_reproduce() throws IOException {
    ReproducerTest elsewhere = TinyProject.reproducer("Names.loud(null);", false);
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, worker)) {
      ReproducerOutcome outcome = session.reproduce(elsewhere);
      Validation validation = session.validate(patch(RIGHT), Optional.of(elsewhere));

      assertFalse(outcome.reproduces());
      assertEquals(Verdict.PLAUSIBLE, validation.verdict(), validation.summary());
      assertEquals(ReproducerStatus.DOES_NOT_REPRODUCE, validation.reproducer());
    }
  }

  @Test
  void a_reproducer_that_does_not_come_by_the_change_does_not_reject_it() throws IOException {
    ReproducerTest test = TinyProject.reproducer("Names.length(null);", false);
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, worker)) {
      Patch elsewhere = TinyProject.patch("name.toUpperCase()", "name.trim().toUpperCase()", null);
      Validation validation = session.validate(elsewhere, Optional.of(test));

      assertEquals(ReproducerStatus.DOES_NOT_REACH_CHANGE, validation.reproducer());
      assertEquals(Verdict.UNCOVERED, validation.verdict(), validation.summary());
    }
  }

  @Test
  void screening_finds_the_tests_that_crash_as_wanted() throws IOException {
    ReproducerTest right = TinyProject.reproducer("Names.length(null);", false);
    List<ReproducerTest> attempts =
        List.of(
            TinyProject.reproducer("Names.loud(null);", false),
            TinyProject.reproducer("this does not compile", false),
            TinyProject.reproducer("System.exit(1);", false),
            TinyProject.reproducer("while (System.nanoTime() != 1) Thread.onSpinWait();", false),
            TinyProject.reproducer("Names.length(\"fine\");", false),
            right);
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, worker)) {
      assertEquals(List.of(right), session.screen(attempts));
    }
  }

  @Test
  void screening_prefers_the_way_of_the_event() throws IOException {
    ReproducerTest direct = TinyProject.reproducer("Names.length(null);", false);
    ReproducerTest throughCaller =
        TinyProject.reproducer(
            "new Object() { int count() { return Names.length(null); } }.count();", false);
    List<String> chain =
        List.of("shop.Names#length", throughCaller.className() + "1$1#count", "shop.Far#away");
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, worker)) {
      List<ReproducerTest> likest =
          session.screen(List.of(along(direct, chain), along(throughCaller, chain)));
      assertEquals(List.of(along(throughCaller, chain), along(direct, chain)), likest);
    }
  }

  private static ReproducerTest along(ReproducerTest test, List<String> chain) {
    return new ReproducerTest(
        test.path(),
        test.className(),
        test.method(),
        test.source(),
        test.exceptionType(),
        test.message(),
        test.crashClass(),
        test.crashMethod(),
        test.crashLine(),
        test.stress(),
        chain);
  }

  @Test
  void a_stress_test_that_fails_now_and_then_reproduces_and_proves() throws IOException {
    ReproducerTest racing =
        TinyProject.reproducer("if (System.nanoTime() % 3 != 0) Names.length(null);", true);
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    try (ValidationSession session = open(project, worker)) {
      ReproducerOutcome outcome = session.reproduce(racing);
      Validation validation = session.validate(patch(RIGHT), Optional.of(racing));

      assertTrue(outcome.reproduces(), outcome.summary());
      assertEquals(Verdict.PROVEN, validation.verdict(), validation.summary());
    }
  }

  @Test
  void an_equal_patch_is_judged_once_and_nothing_is_left_behind() throws IOException {
    PreparedProject project = new TinyProject(root, TinyProject.SOURCES).prepare();
    List<Path> before = files();
    AtomicInteger runs = new AtomicInteger();
    Worker counting =
        request -> {
          runs.incrementAndGet();
          return worker.run(request);
        };
    try (ValidationSession session = open(project, counting)) {
      Validation first = session.validate(patch(RIGHT), Optional.empty());
      int once = runs.get();
      Validation second = session.validate(patch(RIGHT), Optional.empty());

      assertEquals(first, second);
      assertEquals(once, runs.get());
    }
    assertEquals(before, files());
  }

  private Validation judge(
      Map<String, String> files, Patch patch, Optional<ReproducerTest> reproducer)
      throws IOException {
    PreparedProject project = new TinyProject(root, files).prepare();
    try (ValidationSession session = open(project, worker)) {
      return session.validate(patch, reproducer);
    }
  }

  private static ValidationSession open(PreparedProject project, Worker worker) throws IOException {
    return ValidationSessions.open(project, worker, Budget.DEFAULT, line -> {});
  }

  private static Patch patch(String replacement) {
    return TinyProject.patch(CRASHING, replacement, null);
  }

  private static WorkerResult ended(Ending ending, @Nullable String culprit) {
    return new WorkerResult(ending, culprit, List.of(), "", "", Duration.ZERO);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted().toList();
    }
  }
}
