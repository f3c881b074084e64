package dev.mendgate.gateway.source;

import dev.mendgate.fixer.habit.PastFixes;
import dev.mendgate.fixer.habit.PastFixes.Fix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finds the small changes of a repository's history that added a guard. Walks the first parents
 * from the newest commit on, a bounded time for each call, and keeps in a file how far it came.
 * Safe for concurrent use.
 *
 * <p>HEAD itself is left out: it may be work in progress, the very change that failed.
 */
public final class GuardHistory {
  static final int MOST_COMMITS = 2_000;
  private static final int MOST_FIXES = 400;

  private final GitRepository repository;
  private final Path file;
  private final Duration budget;
  private @Nullable MinedHistory kept;

  /**
   * Mines a repository.
   *
   * @param folder where the repository's indexes are kept
   * @param budget how long one call may take
   */
  public GuardHistory(GitRepository repository, Path folder, Duration budget) {
    this.repository = repository;
    this.file = folder.resolve("past-fixes.tsv");
    this.budget = budget;
  }

  /**
   * Returns what is known of the commits before one; more with each call, until all is known.
   *
   * @param head full id of a commit, which is not looked at itself
   */
  public synchronized PastFixes before(String head) {
    MinedHistory known = kept == null ? MinedHistory.read(file) : kept;
    try (ObjectReader reader = repository.git().newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      String newest = firstParent(walk, head);
      if (newest.isEmpty()) {
        return PastFixes.NONE;
      }
      if (!newest.equals(known.newest()) || !known.next().isEmpty()) {
        known = mined(known, newest, walk, new GuardDiff(reader));
        known.write(file);
      }
      kept = known;
      return new PastFixes(known.fixes());
    } catch (IOException | SourceException e) {
      // Only the ranking would be better with it.
      return new PastFixes(known.fixes());
    }
  }

  /** Looks at what is new, then goes on where it stopped. */
  private MinedHistory mined(MinedHistory known, String newest, RevWalk walk, GuardDiff diff)
      throws IOException {
    long end = System.nanoTime() + budget.toNanos();
    List<Fix> fixes = new ArrayList<>();
    String at = newest;
    int visited = 0;
    while (!at.isEmpty() && !at.equals(known.newest()) && System.nanoTime() < end) {
      at = look(at, walk, diff, fixes);
      visited++;
    }
    if (!at.equals(known.newest()) || at.isEmpty()) {
      return new MinedHistory(newest, at, visited, fixes);
    }
    fixes.addAll(known.fixes());
    String next = known.next();
    visited += known.visited();
    while (!next.isEmpty() && System.nanoTime() < end && fixes.size() < MOST_FIXES) {
      next = visited++ < MOST_COMMITS ? look(next, walk, diff, fixes) : "";
    }
    boolean enough = fixes.size() >= MOST_FIXES;
    return new MinedHistory(
        newest, enough ? "" : next, visited, fixes.subList(0, Math.min(MOST_FIXES, fixes.size())));
  }

  /** Adds a commit's guards and returns its first parent; empty where the history ends. */
  private static String look(String id, RevWalk walk, GuardDiff diff, List<Fix> fixes)
      throws IOException {
    RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
    if (commit.getParentCount() == 0) {
      return "";
    }
    try {
      RevCommit parent = walk.parseCommit(commit.getParent(0));
      fixes.addAll(diff.guards(parent, commit));
      return parent.name();
    } catch (MissingObjectException shallow) {
      return "";
    }
  }

  private static String firstParent(RevWalk walk, String head) throws IOException {
    RevCommit commit = walk.parseCommit(ObjectId.fromString(head));
    return commit.getParentCount() == 0 ? "" : commit.getParent(0).name();
  }
}
