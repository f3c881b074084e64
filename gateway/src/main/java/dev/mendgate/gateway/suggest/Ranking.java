package dev.mendgate.gateway.suggest;

import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import java.util.Comparator;
import java.util.List;
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

  /** An unjudged candidate ranks between one that nothing exercises and one known to be wrong. */
  private static int tier(@Nullable Validation validation) {
    Verdict verdict = validation == null ? Verdict.INCONCLUSIVE : validation.verdict();
    return verdict.ordinal();
  }
}
