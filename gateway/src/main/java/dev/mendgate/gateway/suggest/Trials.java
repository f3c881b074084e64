package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.edit.ChangedLines;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes a first look at many candidates and then judges the best of those left standing, from the
 * top, until enough of them hold: what nobody will look at is not worth all tests.
 */
final class Trials {
  private final ValidationSession session;
  private final Crew crew;
  private final Optional<ReproducerSearch.Found> reproducer;
  private final SuggestionListener listener;

  Trials(
      ValidationSession session,
      Crew crew,
      Optional<ReproducerSearch.Found> reproducer,
      SuggestionListener listener) {
    this.session = session;
    this.crew = crew;
    this.reproducer = reproducer;
    this.listener = listener;
  }

  /** Returns all candidates; those beyond the options' number keep no verdict. */
  List<Candidate> judge(List<Candidate> candidates, ProofOptions options) {
    int looked = Math.min(options.candidates(), candidates.size());
    AtomicInteger done = new AtomicInteger();
    List<Candidate> screened =
        Ranking.rank(
            crew.map(
                candidates.subList(0, looked),
                candidate -> screened(candidate, done, looked),
                answer -> false));
    List<Candidate> answers = confirmed(screened, options);
    answers.addAll(candidates.subList(looked, candidates.size()));
    return answers;
  }

  private Candidate screened(Candidate candidate, AtomicInteger done, int all) {
    Candidate answer = judged(candidate, session.screen(patch(candidate), test()));
    if (!stands(answer)) {
      listener.judged(answer);
    }
    listener.progress("screen", candidate.fix().title(), done.incrementAndGet(), all);
    return answer;
  }

  /** Goes down the ranking, a few at a time, until enough candidates hold. */
  private List<Candidate> confirmed(List<Candidate> screened, ProofOptions options) {
    List<Candidate> answers = new ArrayList<>();
    int holding = 0;
    for (int from = 0; from < screened.size(); from += options.parallelism()) {
      List<Candidate> next =
          screened.subList(from, Math.min(screened.size(), from + options.parallelism()));
      if (holding < options.confirmed()) {
        next = crew.map(next, this::confirmed, answer -> false);
      }
      next.stream().filter(Trials::stands).forEach(listener::judged);
      holding += (int) next.stream().filter(Trials::stands).count();
      answers.addAll(next);
    }
    return answers;
  }

  private Candidate confirmed(Candidate candidate) {
    if (!stands(candidate)) {
      return candidate;
    }
    Candidate answer = judged(candidate, session.validate(patch(candidate), test()));
    if (!stands(answer)) {
      listener.judged(answer);
    }
    listener.progress("validate", candidate.fix().title(), 0, 0);
    return answer;
  }

  private static boolean stands(Candidate candidate) {
    Validation validation = candidate.validation();
    return validation != null
        && validation.verdict() != Verdict.REJECTED
        && validation.verdict() != Verdict.INCONCLUSIVE;
  }

  private Candidate judged(Candidate candidate, Validation validation) {
    return candidate.judged(
        validation, reproducer.map(ReproducerSearch.Found::reproducer).orElse(null));
  }

  private Optional<ReproducerTest> test() {
    return reproducer.map(ReproducerSearch.Found::test);
  }

  private static Patch patch(Candidate candidate) {
    CandidateFix fix = candidate.fix();
    return new Patch(
        candidate.id(),
        fix.edits().stream().map(Trials::patchedFile).toList(),
        fix.throwsInstead());
  }

  private static Patch.PatchedFile patchedFile(FileEdit edit) {
    return new Patch.PatchedFile(edit.path(), edit.patched(), ChangedLines.of(edit));
  }
}
