package dev.mendgate.gateway.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Validation.ReproducerStatus;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrialsTest {
  private final List<String> confirmed = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatIsRejectedAtFirstSightGetsNoFurtherTests() {
    Map<String, Verdict> verdicts = judge(2, 5, Set.of(), "wrong", "right");

    assertEquals(List.of("right"), confirmed);
    assertEquals(Map.of("wrong", Verdict.REJECTED, "right", Verdict.PROVEN), verdicts);
  }

  @Test
  void theNextBestIsTriedWhereTheBestDoesNotHold() {
    Map<String, Verdict> verdicts = judge(3, 1, Set.of("right1"), "right1", "right2", "right3");

    assertEquals(List.of("right1", "right2"), confirmed);
    assertEquals(
        Map.of("right1", Verdict.REJECTED, "right2", Verdict.PROVEN, "right3", Verdict.PROVEN),
        verdicts);
  }

  @Test
  void whatIsBeyondTheNumberKeepsNoVerdict() {
    assertEquals(
        Map.of("right1", Verdict.PROVEN, "right2", Verdict.PROVEN),
        judge(2, 2, Set.of(), "right1", "right2", "right3"));
  }

  private Map<String, Verdict> judge(
      int looked, int mostConfirmed, Set<String> breaking, String... names) {
    ProofOptions options = new ProofOptions(looked, mostConfirmed, 0, Duration.ofMinutes(1), 1);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      candidates.add(candidate(names[i], 0.9 - i * 0.1));
    }
    Map<String, Verdict> verdicts = new java.util.HashMap<>();
    try (Crew crew = new Crew(1, "test")) {
      new Trials(new Session(breaking), crew, Optional.empty(), SuggestionListener.NONE)
          .judge(candidates, options)
          .forEach(
              answer -> {
                Validation validation = answer.validation();
                if (validation != null) {
                  verdicts.put(answer.id(), validation.verdict());
                }
              });
    }
    return verdicts;
  }

  private static Candidate candidate(String id, double confidence) {
    FileEdit edit = new FileEdit("A.java", "class A {}", List.of(new TextEdit(0, 0, " ")));
    CandidateFix fix =
        new CandidateFix("a-rule", id, "because", Risk.LOW, confidence, null, List.of(edit));
    return new Candidate(id, fix, "patch", null, null);
  }

  /** Rejects what is called wrong at first sight, and later what the test says. */
  private final class Session implements ValidationSession {
    private final Set<String> breaking;

    Session(Set<String> breaking) {
      this.breaking = breaking;
    }

    @Override
    public List<ReproducerTest> screen(List<ReproducerTest> reproducers) {
      return List.of();
    }

    @Override
    public ReproducerOutcome reproduce(ReproducerTest reproducer) {
      throw new UnsupportedOperationException("there is no reproducer");
    }

    @Override
    public Validation screen(Patch patch, Optional<ReproducerTest> reproducer) {
      return verdict(patch.id().startsWith("wrong") ? Verdict.REJECTED : Verdict.PROVEN);
    }

    @Override
    public Validation validate(Patch patch, Optional<ReproducerTest> reproducer) {
      confirmed.add(patch.id());
      return verdict(breaking.contains(patch.id()) ? Verdict.REJECTED : Verdict.PROVEN);
    }

    private static Validation verdict(Verdict verdict) {
      return new Validation(
          verdict, "", ReproducerStatus.NONE, 0, 0, 0, List.of(), -1, "none", Duration.ZERO);
    }

    @Override
    public void close() {}
  }
}
