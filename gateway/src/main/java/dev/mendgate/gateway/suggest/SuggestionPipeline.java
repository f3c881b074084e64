package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.v1.FailureEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locate, propose, validate, rank: the product in one class. Interrupting the calling thread stops
 * the work and kills its workers. Safe for concurrent use.
 */
public final class SuggestionPipeline {
  private final CandidateProposer proposer;
  private final @Nullable CandidateValidator validator;
  private final Telemetry telemetry;

  /**
   * Puts the four verbs together.
   *
   * @param validator null where nothing is ever to be proven
   */
  public SuggestionPipeline(
      CandidateProposer proposer, @Nullable CandidateValidator validator, Telemetry telemetry) {
    this.proposer = proposer;
    this.validator = validator;
    this.telemetry = telemetry;
  }

  /**
   * Answers a failure.
   *
   * @param validate whether candidates are put to the proof
   * @throws java.util.concurrent.CancellationException where the calling thread is interrupted
   */
  public Suggestions suggest(
      FailureLocator locator, FailureEvent event, boolean validate, SuggestionListener listener) {
    LocateOutcome outcome = telemetry.stage("locate", () -> locator.locate(event));
    if (outcome instanceof NotLocated) {
      return new Suggestions(outcome, List.of(), List.of());
    }
    Located located = (Located) outcome;
    listener.located(located);
    CandidateProposer.Proposed proposed =
        telemetry.stage("propose", () -> proposer.propose(located));
    List<Candidate> candidates = proposed.candidates();
    listener.proposed(candidates);
    List<String> notes = new ArrayList<>(proposed.notes());
    List<Candidate> judged =
        validate ? judged(validator, located, candidates, notes, listener) : candidates;
    List<Candidate> ranked = telemetry.stage("rank", () -> Ranking.rank(judged));
    Ranking.undecided(ranked).ifPresent(notes::add);
    return new Suggestions(located, ranked, notes);
  }

  private List<Candidate> judged(
      @Nullable CandidateValidator judge,
      Located located,
      List<Candidate> candidates,
      List<String> notes,
      SuggestionListener listener) {
    return judge == null
        ? candidates
        : telemetry.stage("validate", () -> judge.validate(located, candidates, notes, listener));
  }
}
