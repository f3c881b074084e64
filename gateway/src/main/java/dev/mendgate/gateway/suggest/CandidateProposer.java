package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Proposals;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.edit.UnifiedDiff;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Second verb: turns a located failure into candidate patches. Safe for concurrent use. */
public final class CandidateProposer {
  private final Proposer proposer;

  /** Proposes with these rules. */
  public CandidateProposer(Proposer proposer) {
    this.proposer = proposer;
  }

  /** Candidates in the rules' own order, and what the search has to say. */
  public record Proposed(List<Candidate> candidates, List<String> notes) {
    public Proposed {
      candidates = List.copyOf(candidates);
      notes = List.copyOf(notes);
    }
  }

  /** Proposes; empty where nothing fits. */
  public Proposed propose(Located located) {
    Proposals proposals =
        proposer.propose(
            located.failure(), located.sites(), located.tree(), located.history().pastFixes());
    return new Proposed(
        proposals.fixes().stream().map(fix -> candidate(located.headCommit(), fix)).toList(),
        proposals.notes());
  }

  private static Candidate candidate(String commit, CandidateFix fix) {
    String patch = UnifiedDiff.of(fix.edits());
    return new Candidate(id(commit + "\n" + patch), fix, patch, null, null);
  }

  private static String id(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
