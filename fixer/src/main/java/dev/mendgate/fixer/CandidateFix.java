package dev.mendgate.fixer;

import dev.mendgate.fixer.edit.FileEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's text edits at a crash site.
 *
 * @param rule name of the rule, in kebab case; the page {@code docs/rules/<rule>.md} describes it
 * @param title imperative, one line, fit for a commit subject
 * @param rationale what is wrong, which path leads there, and what changes in behaviour, for whom
 * @param risk what a reviewer should watch for
 * @param confidence from 0 to 1: how specifically the rule matched; ranks candidates of equal
 *     verdict
 * @param throwsInstead fully qualified exception that the patched code throws on purpose where it
 *     failed before; null where it no longer throws
 * @param effect what the patched code does in the case that failed before
 * @param edits at least one, one for each path
 */
public record CandidateFix(
    String rule,
    String title,
    String rationale,
    Risk risk,
    double confidence,
    @Nullable String throwsInstead,
    Effect effect,
    List<FileEdit> edits) {
  public CandidateFix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a candidate fix needs at least one edit");
    }
  }

  /** Makes a fix that repairs or, where it throws on purpose, throws. */
  public CandidateFix(
      String rule,
      String title,
      String rationale,
      Risk risk,
      double confidence,
      @Nullable String throwsInstead,
      List<FileEdit> edits) {
    this(
        rule,
        title,
        rationale,
        risk,
        confidence,
        throwsInstead,
        throwsInstead == null ? Effect.REPAIRS : Effect.THROWS,
        edits);
  }

  /** Returns this fix with another confidence. */
  public CandidateFix withConfidence(double other) {
    return new CandidateFix(rule, title, rationale, risk, other, throwsInstead, effect, edits);
  }

  /** Returns this fix with another rationale. */
  public CandidateFix withRationale(String other) {
    return new CandidateFix(rule, title, other, risk, confidence, throwsInstead, effect, edits);
  }
}
