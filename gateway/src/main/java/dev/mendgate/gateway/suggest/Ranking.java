package dev.mendgate.gateway.suggest;

import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders candidates by evidence: verdict, then how specifically the rule matched, which takes into
 * account how this code base does it and whether the patch hides a failure that matters, then
 * smallness, then risk.
 */
public final class Ranking {
  private static final Comparator<Candidate> BY_EVIDENCE =
      Comparator.comparingInt((Candidate c) -> tier(c.validation()))
          .thenComparing(c -> -c.fix().confidence())
          .thenComparingInt(c -> c.patch().length())
          .thenComparing(c -> c.fix().risk())
          .thenComparing(Candidate::id);

  private Ranking() {}

  /** Returns the candidates, best first. */
  public static List<Candidate> rank(List<Candidate> candidates) {
    return candidates.stream().sorted(BY_EVIDENCE).toList();
  }

  /** Says so where several patches hold equally well; empty where one is ahead or none holds. */
  static Optional<String> undecided(List<Candidate> ranked) {
    if (ranked.isEmpty() || tier(ranked.get(0).validation()) > Verdict.PLAUSIBLE.ordinal()) {
      return Optional.empty();
    }
    int best = tier(ranked.get(0).validation());
    long holding = ranked.stream().filter(c -> tier(c.validation()) == best).count();
    return holding < 2
        ? Optional.empty()
        : Optional.of(
            "%d different patches are %s: tests do not tell them apart, what the code is for does"
                .formatted(holding, Verdict.values()[best]));
  }

  /** An unjudged candidate ranks between one that nothing exercises and one known to be wrong. */
  private static int tier(@Nullable Validation validation) {
    Verdict verdict = validation == null ? Verdict.INCONCLUSIVE : validation.verdict();
    return verdict.ordinal();
  }
}
