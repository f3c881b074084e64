package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.Patch.PatchedFile;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.compile.Compilation;
import dev.mendgate.sandbox.coverage.ProbedOverlay;
import dev.mendgate.sandbox.judge.Baseline.ClassRun;
import dev.mendgate.sandbox.judge.Reproductions.Reproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The way of one patch: compile, reproducer, relevant tests, reproducer again. The first fact that
 * decides ends it. Used once, by one thread.
 */
final class PatchTrial {
  private static final double BELIEVED = 0.99;
  private static final int FEWEST_STRESS_RUNS = 5;

  private final ModuleGround ground;
  private final Budget budget;
  private final Patch patch;
  private final Path overlay;
  private final Evidence evidence = new Evidence();

  PatchTrial(ModuleGround ground, Budget budget, Patch patch, Path overlay) {
    this.ground = ground;
    this.budget = budget;
    this.patch = patch;
    this.overlay = overlay;
  }

  Validation judge(Optional<ReproducerTest> test) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, BitSet> changed = new HashMap<>();
    for (PatchedFile file : patch.files()) {
      texts.put(file.path(), file.text());
      changed.put(file.path(), file.changedLines());
    }
    Compilation compilation = ground.compiler().patched(ground.bed().module(), texts, overlay);
    if (compilation instanceof Compilation.Failed failed) {
      return evidence.verdict(Verdict.REJECTED, "does not compile: " + failed.firstError());
    }
    Set<String> classes = classNames();
    evidence.probed(ProbedOverlay.probe(overlay, changed));
    if (test.isEmpty()) {
      return tests(classes).orElseGet(this::withoutProof);
    }
    Reproduction reproduction = ground.reproduction(test.get());
    if (!reproduction.outcome().reproduces()) {
      evidence.reproducer(ReproducerStatus.DOES_NOT_REPRODUCE);
      return tests(classes).orElseGet(this::withoutProof);
    }
    return withReproducer(test.get(), reproduction, classes);
  }

  private Validation withReproducer(ReproducerTest test, Reproduction before, Set<String> classes)
      throws IOException {
    Optional<Validation> first = reproducer(test, before, 1);
    if (first.isPresent()) {
      return first.get();
    }
    Optional<Validation> regression = tests(classes);
    if (regression.isPresent()) {
      return regression.get();
    }
    if (evidence.reproducer() == ReproducerStatus.FAILS_BEFORE_FAILS_AFTER) {
      return withoutProof();
    }
    Optional<Validation> more = reproducer(test, before, runs(test, before) - 1);
    if (more.isPresent()) {
      return more.get();
    }
    return evidence.reproducer() == ReproducerStatus.FAILS_BEFORE_PASSES_AFTER
        ? evidence.verdict(
            Verdict.PROVEN,
            "the reproducer fails without the patch and passes with it; %d test(s), no regression"
                .formatted(evidence.testsRun()))
        : withoutProof();
  }

  private int runs(ReproducerTest test, Reproduction before) {
    if (!test.stress()) {
      return budget.callRuns();
    }
    double passes = Math.max(1 - before.failureRate(), 0.01);
    int enough = (int) Math.ceil(Math.log(1 - BELIEVED) / Math.log(passes));
    return Math.max(FEWEST_STRESS_RUNS, Math.min(enough, 2 * budget.stressRuns()));
  }

  /** Returns a verdict where the reproducer decides against the patch, or cannot be run. */
  private Optional<Validation> reproducer(ReproducerTest test, Reproduction before, int runs) {
    for (int i = 0; i < runs; i++) {
      ReproducerRun run = ReproducerRun.of(ground.bed(), List.of(before.classes(), overlay), test);
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
      evidence.reproducer(ReproducerStatus.FAILS_BEFORE_FAILS_AFTER);
      return throwsOnPurpose(test, run)
          ? Optional.empty()
          : Optional.of(
              evidence.verdict(
                  Verdict.REJECTED, "with the patch the reproducer still fails: " + run.outcome()));
    }
    return Optional.empty();
  }

  private boolean throwsOnPurpose(ReproducerTest test, ReproducerRun run) {
    String instead = patch.throwsInstead();
    return instead != null
        && run.completed()
        && CrashMatch.isA(run.failure().orElse(null), instead)
        && !new CrashMatch(test).crashed(run.failure().orElse(null));
  }

  /** Returns a verdict where the tests decide against the patch, or cannot be compared. */
  private Optional<Validation> tests(Set<String> classes) throws IOException {
    List<String> closest = ground.selection().closestTo(classes, budget.mostTestClasses());
    Optional<Map<String, ClassRun>> before = ground.baseline().of(closest);
    if (before.isEmpty()) {
      return Optional.of(
          evidence.verdict(Verdict.INCONCLUSIVE, "the tests cannot be run without the patch"));
    }
    if (before.get().isEmpty()) {
      return Optional.empty();
    }
    Regressions.Outcome outcome =
        new Regressions(ground.bed(), List.of(overlay), before.get()).compare();
    if (outcome instanceof Regressions.Unknown unknown) {
      return Optional.of(evidence.verdict(Verdict.INCONCLUSIVE, unknown.reason()));
    }
    if (outcome instanceof Regressions.TookDown down) {
      return Optional.of(
          evidence.verdict(Verdict.REJECTED, "with the patch " + Endings.describe(down.result())));
    }
    Regressions.Compared compared = (Regressions.Compared) outcome;
    evidence.ranTests(compared);
    return compared.newlyFailing().isEmpty()
        ? Optional.empty()
        : Optional.of(
            evidence.verdict(
                Verdict.REJECTED,
                "breaks %d test(s): %s"
                    .formatted(
                        compared.newlyFailing().size(),
                        String.join(", ", compared.newlyFailing().stream().limit(5).toList()))));
  }

  private Validation withoutProof() {
    String why =
        switch (evidence.reproducer()) {
          case NONE -> "no reproducer";
          case DOES_NOT_REPRODUCE -> "the reproducer does not reproduce the failure";
          case FAILS_BEFORE_FAILS_AFTER ->
              "the patch throws %s instead".formatted(patch.throwsInstead());
          case FAILS_BEFORE_PASSES_AFTER -> "the reproducer passes";
        };
    return evidence.testsReachChange()
        ? evidence.verdict(
            Verdict.PLAUSIBLE,
            "%s; %d test(s) reach the change and none regresses"
                .formatted(why, evidence.testsRun()))
        : evidence.verdict(
            Verdict.UNCOVERED,
            "%s, and none of %d test(s) reaches the change".formatted(why, evidence.testsRun()));
  }

  private Set<String> classNames() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.walk(overlay)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = overlay.relativize(file).toString();
        names.add(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
      }
    }
    return names;
  }
}
