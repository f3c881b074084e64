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
import org.jspecify.annotations.Nullable;

/**
 * The way of one patch: compile, reproducer, closest tests; then, where it is worth it, the other
 * tests and the reproducer again. The first fact that decides ends it.
 */
final class PatchTrial {
  private final ModuleGround ground;
  private final Budget budget;
  private final Patch patch;
  private final Optional<ReproducerTest> test;
  private final Path overlay;
  private final Evidence evidence = new Evidence();
  private @Nullable ReproducerCheck check;
  private @Nullable TestCheck tests;
  private @Nullable Validation screened;
  private @Nullable Validation confirmed;

  PatchTrial(
      ModuleGround ground,
      Budget budget,
      Patch patch,
      Optional<ReproducerTest> test,
      Path overlay) {
    this.ground = ground;
    this.budget = budget;
    this.patch = patch;
    this.test = test;
    this.overlay = overlay;
  }

  /** Compiles it and runs what rejects most wrong patches. */
  synchronized Validation screen() throws IOException {
    Validation known = screened;
    if (known == null) {
      known = firstLook();
      screened = known;
    }
    return known;
  }

  /** Goes on where the first look has left it standing. */
  synchronized Validation confirm() throws IOException {
    Validation known = confirmed;
    if (known == null) {
      known = standing(screen()) ? secondLook() : screen();
      confirmed = known;
    }
    return known;
  }

  private static boolean standing(Validation verdict) {
    return switch (verdict.verdict()) {
      case PROVEN, PLAUSIBLE, UNCOVERED -> true;
      case REJECTED, INCONCLUSIVE -> false;
    };
  }

  private Validation firstLook() throws IOException {
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
    TestCheck relevant = new TestCheck(ground, budget, overlay, evidence, classNames());
    tests = relevant;
    evidence.probed(ProbedOverlay.probe(overlay, changed));
    Optional<Validation> decided = reproduced();
    if (decided.isPresent()) {
      return decided.get();
    }
    return relevant.closestDecide().orElseGet(this::verdict);
  }

  private Optional<Validation> reproduced() {
    if (test.isEmpty()) {
      return Optional.empty();
    }
    Reproduction before = ground.reproduction(test.get());
    if (!before.outcome().reproduces()) {
      evidence.reproducer(ReproducerStatus.DOES_NOT_REPRODUCE);
      return Optional.empty();
    }
    ReproducerCheck first =
        new ReproducerCheck(ground.bed(), budget, patch, test.get(), before, overlay, evidence);
    check = first;
    return first.decides(1);
  }

  private Validation secondLook() throws IOException {
    TestCheck relevant = tests;
    Optional<Validation> regression = relevant == null ? Optional.empty() : relevant.othersDecide();
    if (regression.isPresent()) {
      return regression.get();
    }
    ReproducerCheck again = check;
    if (again != null && evidence.reproducer() == ReproducerStatus.FAILS_BEFORE_PASSES_AFTER) {
      return again.decides(again.runs() - 1).orElseGet(this::verdict);
    }
    return verdict();
  }

  private Validation verdict() {
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
