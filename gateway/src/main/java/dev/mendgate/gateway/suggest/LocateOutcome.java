package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import java.util.List;

/** What came of mapping a failure to source. */
public sealed interface LocateOutcome {
  /**
   * It lies in the repository.
   *
   * @param repository where it lies
   * @param headCommit commit that the answer is about, in full
   * @param deployedCommit commit that the failure was reported from, in full
   * @param failure the throwable of the chain that is to be repaired
   * @param sites project frames at HEAD, innermost first; empty where only a log statement is known
   * @param locations best first, at least one
   * @param tree source at HEAD
   * @param notes what a person should know, one sentence each
   * @param history what the history says about it
   */
  record Located(
      GitRepository repository,
      String headCommit,
      String deployedCommit,
      Failure failure,
      List<CrashSite> sites,
      List<Location> locations,
      CommitTree tree,
      List<String> notes,
      CrashHistory history)
      implements LocateOutcome {
    public Located {
      sites = List.copyOf(sites);
      locations = List.copyOf(locations);
      notes = List.copyOf(notes);
    }

    /** Returns the same place with other notes. */
    public Located withNotes(List<String> other) {
      return new Located(
          repository, headCommit, deployedCommit, failure, sites, locations, tree, other, history);
    }

    /** Returns the same place with what the history says about it. */
    public Located withHistory(CrashHistory other) {
      return new Located(
          repository, headCommit, deployedCommit, failure, sites, locations, tree, notes, other);
    }

    /** Returns the best place to look. */
    public Location best() {
      return locations.get(0);
    }
  }

  /**
   * It does not, or it cannot be told where.
   *
   * @param reason machine-readable
   * @param message one sentence that says what to do
   */
  record NotLocated(Reason reason, String message) implements LocateOutcome {}

  /** Why a failure has no place in a repository. */
  enum Reason {
    /** The text holds no Java stack trace, log pattern or code reference. */
    NOTHING_TO_LOCATE,
    /** The stack trace is another language's. */
    NOT_JAVA,
    /** Only JDK and third-party frames, or classes that are not in the repository. */
    NO_PROJECT_FRAME,
    /** The frames are of a language that cannot be repaired here. */
    NOT_REPAIRABLE,
    /** No statement of the repository writes that message. */
    NO_MATCHING_STATEMENT
  }
}
