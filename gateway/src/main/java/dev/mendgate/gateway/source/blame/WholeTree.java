package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Blames many files of a commit, a share of them at a time: shares are independent of each other,
 * go to several threads, and bound the memory that versions of files take.
 */
final class WholeTree {
  private static final int LARGEST_SHARE = 64;
  private static final int SMALLEST_SHARE = 8;
  private static final int SHARES_PER_THREAD = 16;

  /** Takes what was found about a share of the files. */
  interface Sink {
    /**
     * Takes results in the order of the files.
     *
     * @param files path and entry of each, in turn
     */
    void found(int[] files, List<FileResult> results) throws IOException;
  }

  private final Repository repository;
  private final History history;
  private final Known known;
  private final int threads;
  private final Prints prints = new Prints();

  WholeTree(Repository repository, History history, Known known, int threads) {
    this.repository = repository;
    this.history = history;
    this.known = known;
    this.threads = threads;
  }

  /**
   * Blames files; the sink is called from this thread.
   *
   * @param files path and entry of each, in turn
   */
  void blame(int commit, int[] files, Sink sink) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<int[]> shares = new ArrayList<>();
      List<Future<List<FileResult>>> found = new ArrayList<>();
      int width = share(files.length / 2) * 2;
      for (int from = 0; from < files.length; from += width) {
        int[] share = Arrays.copyOfRange(files, from, Math.min(from + width, files.length));
        shares.add(share);
        found.add(workers.submit(() -> share(commit, share)));
      }
      for (int i = 0; i < shares.size(); i++) {
        sink.found(shares.get(i), Work.result(found.get(i)));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** Small shares keep all threads busy to the end, large ones keep what each walk costs rare. */
  private int share(int files) {
    int even = files / (threads * SHARES_PER_THREAD);
    return Math.max(SMALLEST_SHARE, Math.min(LARGEST_SHARE, even));
  }

  private List<FileResult> share(int commit, int[] files) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new BlameWalk(history, reader, known, prints).blame(commit, files);
    }
  }
}
