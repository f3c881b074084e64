package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.judge.Baseline.ClassRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the relevant tests, the closest few first, since most wrong patches break one of those. */
final class TestCheck {
  private static final int CLOSEST = 6;
  private static final int NAMED = 5;

  private final ModuleGround ground;
  private final Path overlay;
  private final Evidence evidence;
  private final List<String> tests;

  /**
   * Prepares the check of a patch.
   *
   * @param changed binary names of the classes compiled from the patch
   */
  TestCheck(
      ModuleGround ground, Budget budget, Path overlay, Evidence evidence, Set<String> changed)
      throws IOException {
    this.ground = ground;
    this.overlay = overlay;
    this.evidence = evidence;
    this.tests = ground.selection().closestTo(changed, budget.mostTestClasses());
  }

  /** Returns a verdict where the closest tests decide against the patch, or cannot be compared. */
  Optional<Validation> closestDecide() {
    return stage(tests.subList(0, Math.min(CLOSEST, tests.size())));
  }

  /** Returns a verdict where one of the other relevant tests does. */
  Optional<Validation> othersDecide() {
    return stage(tests.subList(Math.min(CLOSEST, tests.size()), tests.size()));
  }

  private Optional<Validation> stage(List<String> stage) {
    if (stage.isEmpty()) {
      return Optional.empty();
    }
    Optional<Map<String, ClassRun>> before = ground.baseline().of(stage);
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
                        String.join(
                            ", ", compared.newlyFailing().stream().limit(NAMED).toList()))));
  }
}
