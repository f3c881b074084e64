package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Brings a history up to a commit by reading git's objects, on several threads. */
public final class HistoryReader {
  /** Commits that are added, and may be stored, at a time. */
  private static final int BATCH = 4096;

  private static final int SHARE = 512;

  private final Repository repository;
  private final int threads;

  /** Is told of commits that were added. */
  public interface Progress {
    /** Takes the number of commits added so far and of all that are to be. */
    void added(int done, int total) throws IOException;
  }

  /** Reads one repository, which stays the caller's to close. */
  public HistoryReader(Repository repository, int threads) {
    this.repository = repository;
    this.threads = threads;
  }

  /** Adds a commit and all that leads to it. */
  public void extend(History history, ObjectId head, Progress progress) throws IOException {
    List<HistoryScan.NewCommit> missing = new HistoryScan(repository, history).missing(head);
    if (missing.isEmpty()) {
      return;
    }
    Map<ObjectId, ObjectId> trees = new HashMap<>();
    missing.forEach(commit -> trees.put(commit.id(), commit.raw().tree()));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int from = 0; from < missing.size(); from += BATCH) {
        int to = Math.min(from + BATCH, missing.size());
        add(history, missing.subList(from, to), trees, workers);
        progress.added(to, missing.size());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void add(
      History history,
      List<HistoryScan.NewCommit> commits,
      Map<ObjectId, ObjectId> trees,
      ExecutorService workers)
      throws IOException {
    List<Future<ChangeScan>> scans = new ArrayList<>();
    for (int from = 0; from < commits.size(); from += SHARE) {
      List<HistoryScan.NewCommit> share =
          commits.subList(from, Math.min(from + SHARE, commits.size()));
      scans.add(workers.submit(() -> scan(share, trees)));
    }
    for (int i = 0; i < scans.size(); i++) {
      ChangeScan scan = Work.result(scans.get(i));
      ChangeScan.Transfer transfer = scan.new Transfer(history);
      int from = i * SHARE;
      for (int c = from; c < Math.min(from + SHARE, commits.size()); c++) {
        HistoryScan.NewCommit commit = commits.get(c);
        ObjectId[] parents = commit.raw().parents();
        history.add(
            commit.id(), commit.raw(), Arrays.stream(parents).mapToInt(history::number).toArray());
        transfer.to(history, c - from, parents.length + 2);
      }
    }
  }

  private ChangeScan scan(List<HistoryScan.NewCommit> commits, Map<ObjectId, ObjectId> trees)
      throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      ChangeScan scan = new ChangeScan(reader);
      for (HistoryScan.NewCommit commit : commits) {
        List<ObjectId> parents = new ArrayList<>();
        for (ObjectId parent : commit.raw().parents()) {
          parents.add(tree(reader, parent, trees));
        }
        scan.scan(new ChangeScan.Trees(commit.raw().tree(), parents));
      }
      return scan;
    }
  }

  private static ObjectId tree(ObjectReader reader, ObjectId commit, Map<ObjectId, ObjectId> trees)
      throws IOException {
    ObjectId known = trees.get(commit);
    return known != null
        ? known
        : RawCommit.parse(
                reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes(Integer.MAX_VALUE))
            .tree();
  }
}
