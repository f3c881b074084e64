package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.build.BuildOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Third verb: builds the project once, looks for a reproducer, and judges each candidate. Safe for
 * concurrent use.
 */
public final class CandidateValidator {
  private final Sandbox sandbox;
  private final ReproducerSource reproducers;
  private final ProofOptions options;

  /** Validates in a sandbox. */
  public CandidateValidator(Sandbox sandbox, ReproducerSource reproducers, ProofOptions options) {
    this.sandbox = sandbox;
    this.reproducers = reproducers;
    this.options = options;
  }

  /** Generates tests that may reproduce a failure, likeliest first. */
  public interface ReproducerSource {
    /** Returns none where the crash site cannot be reached by a generated test. */
    List<Reproducer> generate(Located located);
  }

  /**
   * Judges the best candidates; those beyond the options' number keep no verdict.
   *
   * @throws java.util.concurrent.CancellationException where the calling thread is interrupted
   */
  public List<Candidate> validate(
      Located located,
      List<Candidate> candidates,
      List<String> notes,
      SuggestionListener listener) {
    if (candidates.isEmpty()) {
      return candidates;
    }
    listener.progress("prepare", "building " + shortId(located.headCommit()), 0, 0);
    BuildOutcome build = sandbox.prepare(located, candidates, listener);
    if (build instanceof BuildOutcome.Failed failed) {
      notes.add("nothing could be proven: " + failed.reason());
      return inconclusive(candidates, failed.reason(), listener);
    }
    BuildOutcome.Prepared prepared = (BuildOutcome.Prepared) build;
    notes.addAll(prepared.notes());
    try (ValidationSession session = sandbox.open(prepared.project(), listener);
        Crew crew = new Crew(options.parallelism(), "validation")) {
      return judge(located, candidates, session, crew, listener);
    }
  }

  private List<Candidate> judge(
      Located located,
      List<Candidate> candidates,
      ValidationSession session,
      Crew crew,
      SuggestionListener listener) {
    Optional<ReproducerSearch.Found> reproducer =
        new ReproducerSearch(session, crew, options)
            .first(located, reproducers.generate(located), listener);
    listener.progress(
        "reproduce",
        reproducer.map(f -> f.test().className() + " fails as reported").orElse("none found"),
        1,
        1);
    Trials trials = new Trials(session, crew, reproducer, listener);
    return trials.judge(candidates, options);
  }

  private static List<Candidate> inconclusive(
      List<Candidate> candidates, String reason, SuggestionListener listener) {
    Validation verdict =
        new Validation(
            Verdict.INCONCLUSIVE,
            reason,
            Validation.ReproducerStatus.NONE,
            0,
            0,
            0,
            List.of(),
            -1,
            "none",
            Duration.ZERO);
    List<Candidate> judged = candidates.stream().map(c -> c.judged(verdict, null)).toList();
    judged.forEach(listener::judged);
    return judged;
  }

  private static String shortId(String commit) {
    return commit.substring(0, Math.min(12, commit.length()));
  }
}
