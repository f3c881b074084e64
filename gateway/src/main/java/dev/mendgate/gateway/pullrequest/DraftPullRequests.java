package dev.mendgate.gateway.pullrequest;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.gateway.source.BranchPublisher;
import dev.mendgate.gateway.source.BranchPublisher.Published;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.NewBranch;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.Validation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.PersonIdent;

/** Turns a candidate into a branch that a person can open as a draft pull request. */
public final class DraftPullRequests {
  private static final String BRANCH_PREFIX = "mendgate/";

  private final BranchPublisher publisher;
  private final UnaryOperator<String> mask;

  /**
   * Opens drafts.
   *
   * @param mask takes secrets and personal data out of text that came with a failure
   */
  public DraftPullRequests(BranchPublisher publisher, UnaryOperator<String> mask) {
    this.publisher = publisher;
    this.mask = mask;
  }

  /**
   * A pushed branch.
   *
   * @param alreadyOpen the branch was there, with the same patch
   */
  public record Draft(Published branch, PullRequestText text, boolean alreadyOpen) {}

  /**
   * Pushes the patch, with its reproducer where that proves it; asked again for the same candidate
   * it answers with the same branch.
   *
   * @param remote URL or path that is pushed to
   * @throws dev.mendgate.gateway.source.SourceException where the push fails
   */
  public Draft open(GitRepository repository, String remote, Located located, Candidate candidate) {
    PullRequestText text = PullRequestText.of(located, candidate, mask);
    NewBranch change =
        new NewBranch(
            located.headCommit(),
            files(located, candidate),
            text.commitMessage(),
            new PersonIdent("Mendgate", "mendgate@localhost"));
    String branch = BRANCH_PREFIX + candidate.fix().rule() + "-" + candidate.id();
    Published published = publisher.publish(repository, remote, branch, change);
    return new Draft(published, text, published.existed());
  }

  private static Map<String, byte[]> files(Located located, Candidate candidate) {
    Map<String, byte[]> files = new HashMap<>();
    for (FileEdit edit : candidate.fix().edits()) {
      files.put(
          edit.path(), edit.patched().getBytes(located.tree().require(edit.path()).charset()));
    }
    Validation validation = candidate.validation();
    Reproducer reproducer = candidate.reproducer();
    if (reproducer != null
        && validation != null
        && validation.reproducer() == Validation.ReproducerStatus.FAILS_BEFORE_PASSES_AFTER) {
      files.put(reproducer.path(), reproducer.source().getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }
}
