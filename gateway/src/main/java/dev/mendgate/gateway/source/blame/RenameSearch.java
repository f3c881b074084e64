package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.IntList;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a commit renamed to a given one, among those it deleted, with git's choice:
 * first one of equal content, then the only one of equal name where it is similar, then the most
 * similar. For one thread.
 */
final class RenameSearch {
  /** Score from which on two files are one that was renamed. */
  static final int LEAST_SCORE = Similarity.MAX / 2;

  private static final int LEAST_SCORE_OF_NAMESAKE = Similarity.MAX * 3 / 4;
  private static final int MAX_IDENTICAL = 100;
  private static final int CANDIDATES = 4;

  /** A file that was renamed. */
  record Source(int path, int entry) {}

  private record Candidate(int index, int score, boolean namesake) {
    private boolean betterThan(Candidate other) {
      return score != other.score ? score > other.score : namesake && !other.namesake;
    }
  }

  private final History history;
  private final Contents contents;
  private final TreeChanges trees;
  private @Nullable Similarity similarity;
  private final Prints prints;

  private int listedCommit = -1;
  private int listedParent = -1;
  private IntList deleted = new IntList();

  RenameSearch(History history, Contents contents, TreeChanges trees) {
    this(history, contents, trees, new Prints());
  }

  /** Shares prints with other searches. */
  RenameSearch(History history, Contents contents, TreeChanges trees, Prints prints) {
    this.history = history;
    this.contents = contents;
    this.trees = trees;
    this.prints = prints;
  }

  /** Returns the file of a parent that is the given one in the commit; null for none. */
  @Nullable Source source(int commit, int parent, int path, int entry) throws IOException {
    IntList sources = deleted(commit, parent);
    if (sources.size() == 0) {
      return null;
    }
    int found = identical(sources, path, entry);
    if (found < 0) {
      found = similar(sources, path, entry);
    }
    return found < 0 ? null : new Source(sources.get(found), sources.get(found + 1));
  }

  /** Returns path and entry, in turn, of what the commit deleted. */
  private IntList deleted(int commit, int parent) throws IOException {
    if (commit != listedCommit || parent != listedParent) {
      deleted = parent == 0 ? deletedFromFirst(commit) : trees.deleted(commit, parent);
      listedCommit = commit;
      listedParent = parent;
    }
    return deleted;
  }

  private IntList deletedFromFirst(int commit) {
    IntList found = new IntList();
    int width = history.parents(commit) + 2;
    for (int at = history.changesFrom(commit); at < history.changesTo(commit); at += width) {
      if (history.change(at + 1) == Entry.ABSENT) {
        found.add(history.change(at));
        found.add(history.change(at + 2));
      }
    }
    return found;
  }

  private int identical(IntList sources, int path, int entry) {
    int found = -1;
    int looked = 0;
    for (int at = 0; at < sources.size() && looked < MAX_IDENTICAL; at += 2) {
      if (sources.get(at + 1) != entry) {
        continue;
      }
      looked++;
      if (history.paths().sameName(sources.get(at), path)) {
        return at;
      }
      if (found < 0) {
        found = at;
      }
    }
    return found;
  }

  private int similar(IntList sources, int path, int entry) throws IOException {
    Similarity.Print target = print(entry);
    if (target == null) {
      return -1;
    }
    int namesake = onlyNamesake(sources, path);
    if (namesake >= 0 && score(sources.get(namesake + 1), target) >= LEAST_SCORE_OF_NAMESAKE) {
      return namesake;
    }
    return mostSimilar(sources, path, target);
  }

  private int onlyNamesake(IntList sources, int path) {
    int found = -1;
    for (int at = 0; at < sources.size(); at += 2) {
      if (history.paths().sameName(sources.get(at), path)) {
        if (found >= 0) {
          return -1;
        }
        found = at;
      }
    }
    return found;
  }

  /** Keeps the best four in places of their own, for among equals the place decides. */
  private int mostSimilar(IntList sources, int path, Similarity.Print target) throws IOException {
    @Nullable Candidate[] best = new Candidate[CANDIDATES];
    for (int at = 0; at < sources.size(); at += 2) {
      int score = score(sources.get(at + 1), target);
      record(best, new Candidate(at, score, history.paths().sameName(sources.get(at), path)));
    }
    Candidate winner = null;
    for (Candidate candidate : best) {
      if (candidate != null && (winner == null || candidate.betterThan(winner))) {
        winner = candidate;
      }
    }
    return winner != null && winner.score >= LEAST_SCORE ? winner.index : -1;
  }

  private static void record(@Nullable Candidate[] best, Candidate candidate) {
    int worst = 0;
    for (int i = 0; i < best.length; i++) {
      Candidate held = best[i];
      if (held == null) {
        best[i] = candidate;
        return;
      }
      Candidate least = best[worst];
      if (least != null && least.betterThan(held)) {
        worst = i;
      }
    }
    Candidate least = best[worst];
    if (least != null && candidate.betterThan(least)) {
      best[worst] = candidate;
    }
  }

  private int score(int source, Similarity.Print target) throws IOException {
    if (!Entry.isFile(source) || !Similarity.worthwhile(contents.size(source), target.size())) {
      return 0;
    }
    Similarity.Print print = print(source);
    return print == null ? 0 : similarity().score(print, target);
  }

  /** Its table is large, and most walks compare no contents. */
  private Similarity similarity() {
    Similarity present = similarity;
    if (present == null) {
      present = new Similarity();
      similarity = present;
    }
    return present;
  }

  private Similarity.@Nullable Print print(int entry) throws IOException {
    Similarity.Print known = prints.get(entry);
    if (known == null) {
      byte[] bytes = contents.bytes(entry);
      if (bytes == null) {
        return null;
      }
      known = similarity().print(bytes);
      prints.put(entry, known);
    }
    return known;
  }
}
