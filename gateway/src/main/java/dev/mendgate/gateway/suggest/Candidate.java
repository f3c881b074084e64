package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.sandbox.Validation;
import org.jspecify.annotations.Nullable;

/**
 * A fix on its way through validation and ranking.
 *
 * @param id the same for the same patch on the same commit: 16 hexadecimal digits
 * @param patch unified diff that {@code git apply} takes
 * @param validation null while it was not put to the proof
 * @param reproducer the generated test that was run; null where none reproduces the failure
 */
public record Candidate(
    String id,
    CandidateFix fix,
    String patch,
    @Nullable Validation validation,
    @Nullable Reproducer reproducer) {
  /** Returns this candidate with a verdict. */
  public Candidate judged(Validation verdict, @Nullable Reproducer by) {
    return new Candidate(id, fix, patch, verdict, by);
  }
}
