package dev.mendgate.gateway.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RankingTest {
  @Test
  void evidenceComesBeforeConfidence() {
    assertRanked(
        candidate("proven", Verdict.PROVEN, 0.1, Risk.HIGH),
        candidate("plausible", Verdict.PLAUSIBLE, 0.9, Risk.LOW),
        candidate("uncovered", Verdict.UNCOVERED, 0.9, Risk.LOW),
        candidate("not judged", null, 0.9, Risk.LOW),
        candidate("rejected", Verdict.REJECTED, 1, Risk.LOW));
  }

  @Test
  void amongEqualEvidenceTheMoreSpecificMatchWinsThenTheLowerRisk() {
    assertRanked(
        candidate("specific", Verdict.PROVEN, 0.9, Risk.HIGH),
        candidate("safe", Verdict.PROVEN, 0.5, Risk.LOW),
        candidate("risky", Verdict.PROVEN, 0.5, Risk.MEDIUM));
  }

  @Test
  void saysSoWhereTestsCannotTellPatchesApart() {
    Candidate one = candidate("one", Verdict.PROVEN, 0.9, Risk.LOW);
    Candidate other = candidate("other", Verdict.PROVEN, 0.8, Risk.LOW);
    Candidate weaker = candidate("weaker", Verdict.PLAUSIBLE, 0.8, Risk.LOW);
    Candidate wrong = candidate("wrong", Verdict.REJECTED, 0.8, Risk.LOW);

    assertTrue(
        Ranking.undecided(List.of(one, other, weaker)).orElseThrow().startsWith("2 different"));
    assertEquals(Optional.empty(), Ranking.undecided(List.of(one, weaker)));
    assertEquals(Optional.empty(), Ranking.undecided(List.of(wrong, wrong)));
    assertEquals(Optional.empty(), Ranking.undecided(List.of()));
  }

  private static void assertRanked(Candidate... best) {
    List<Candidate> expected = List.of(best);
    List<Candidate> reversed = expected.stream().sorted((a, b) -> -1).toList();
    assertEquals(expected, Ranking.rank(reversed));
    assertEquals(expected, Ranking.rank(expected));
  }

  private static Candidate candidate(
      String id, @Nullable Verdict verdict, double confidence, Risk risk) {
    FileEdit edit = new FileEdit("A.java", "a", List.of(new TextEdit(0, 1, "b")));
    CandidateFix fix =
        new CandidateFix("a-rule", id, "because", risk, confidence, null, List.of(edit));
    Validation validation =
        verdict == null
            ? null
            : new Validation(
                verdict,
                "",
                Validation.ReproducerStatus.NONE,
                0,
                0,
                0,
                List.of(),
                -1,
                "none",
                Duration.ZERO);
    return new Candidate(id, fix, "patch", validation, null);
  }
}
