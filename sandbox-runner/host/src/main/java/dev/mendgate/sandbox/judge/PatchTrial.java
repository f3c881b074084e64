package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.Patch.PatchedFile;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.compile.Compilation;
import dev.mendgate.sandbox.coverage.ProbedOverlay;
import dev.mendgate.sandbox.judge.Reproductions.Reproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The way of one patch: compile, reproducer, relevant tests, reproducer again. The first fact that
 * decides ends it. Used once, by one thread.
 */
final class PatchTrial {
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
      return new TestCheck(ground, budget, overlay, evidence)
          .decides(classes)
          .orElseGet(this::withoutProof);
    }
    Reproduction reproduction = ground.reproduction(test.get());
    if (!reproduction.outcome().reproduces()) {
      evidence.reproducer(ReproducerStatus.DOES_NOT_REPRODUCE);
      return new TestCheck(ground, budget, overlay, evidence)
          .decides(classes)
          .orElseGet(this::withoutProof);
    }
    return withReproducer(test.get(), reproduction, classes);
  }

  private Validation withReproducer(ReproducerTest test, Reproduction before, Set<String> classes)
      throws IOException {
    ReproducerCheck check =
        new ReproducerCheck(ground.bed(), budget, patch, test, before, overlay, evidence);
    Optional<Validation> first = check.decides(1);
    if (first.isPresent()) {
      return first.get();
    }
    Optional<Validation> regression =
        new TestCheck(ground, budget, overlay, evidence).decides(classes);
    if (regression.isPresent()) {
      return regression.get();
    }
    if (evidence.reproducer() != ReproducerStatus.FAILS_BEFORE_PASSES_AFTER) {
      return withoutProof();
    }
    Optional<Validation> more = check.decides(check.runs() - 1);
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

  private Validation withoutProof() {
    String why =
        switch (evidence.reproducer()) {
          case NONE -> "no reproducer";
          case DOES_NOT_REPRODUCE -> "the reproducer does not reproduce the failure";
          case DOES_NOT_REACH_CHANGE -> "the reproducer does not come by the change";
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
