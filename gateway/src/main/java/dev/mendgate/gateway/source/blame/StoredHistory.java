package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.CorruptIndexException;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.HistoryColumns;
import dev.mendgate.gateway.source.history.HistoryReader;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history of a repository, on disk and in memory: one copy grows with what is indexed, another
 * one is for reading and is exchanged as a whole. Safe for concurrent use.
 */
final class StoredHistory {
  private static final Logger LOG = LoggerFactory.getLogger(StoredHistory.class);

  private final Repository repository;
  private final Path folder;
  private final BlameFiles files;
  private final int threads;
  private SoftReference<Writing> writing = new SoftReference<>(null);
  private volatile SoftReference<Reading> reading = new SoftReference<>(null);

  /** A history that grows, and the index it belongs to. */
  private record Writing(long generation, History history) {}

  /**
   * A history that nobody writes to.
   *
   * @param snapshot the state of the index it is of
   */
  record Reading(History history, Snapshot snapshot) {
    private boolean has(ObjectId... commits) {
      return Arrays.stream(commits).allMatch(commit -> history.number(commit) >= 0);
    }
  }

  /** Work that is done again once, on a fresh index, where the index turns out damaged. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  StoredHistory(Repository repository, Path folder, BlameFiles files, int threads) {
    this.repository = repository;
    this.folder = folder;
    this.files = files;
    this.threads = threads;
  }

  /** Returns the state on disk; empty where there is none, or it is of another view. */
  Optional<IndexState> current() throws IOException {
    String view = HistoryView.of(repository);
    return files.read().filter(state -> state.view().equals(view));
  }

  /** Keeps all others from writing. */
  WriteLock lock() throws IOException {
    return WriteLock.take(folder);
  }

  /** Returns the state on disk, or an empty one in its place; for who holds the lock. */
  IndexState open() throws IOException {
    Optional<IndexState> state = current();
    return state.isPresent() ? state.get() : files.create(HistoryView.of(repository));
  }

  /** Adds a commit and all that leads to it, in memory and on disk; for who holds the lock. */
  History extended(IndexState state, ObjectId commit, BlameStore.Progress progress)
      throws IOException {
    Writing known = writing.get();
    History history =
        known != null
                && known.generation() == state.generation()
                && HistoryColumns.hold(known.history(), state.columns())
            ? known.history()
            : HistoryColumns.load(state.columns());
    new HistoryReader(repository, threads)
        .extend(
            history,
            commit,
            (done, total) -> {
              HistoryColumns.save(history, state.columns());
              files.write(state);
              progress.advanced("history", done, total);
            });
    writing = new SoftReference<>(new Writing(state.generation(), history));
    return history;
  }

  /** Returns a history that has commits. Waits for nobody where they are on disk already. */
  Reading reading(BlameStore.Progress progress, ObjectId... commits) throws IOException {
    Reading known = reading.get();
    if (known != null && known.has(commits)) {
      return known;
    }
    Optional<IndexState> state = current();
    Reading fresh = state.isPresent() ? load(state.get()) : null;
    if (fresh == null || !fresh.has(commits)) {
      fresh = extended(progress, commits);
    }
    reading = new SoftReference<>(fresh);
    return fresh;
  }

  private Reading extended(BlameStore.Progress progress, ObjectId... commits) throws IOException {
    try (WriteLock lock = lock()) {
      IndexState state = open();
      for (ObjectId commit : commits) {
        extended(state, commit, progress);
      }
      return load(state);
    }
  }

  private Reading load(IndexState state) throws IOException {
    return new Reading(HistoryColumns.load(state.columns()), new Snapshot(files, state));
  }

  /** Runs work, and once more after the index was discarded where it turns out damaged. */
  <T> T attempt(Attempt<T> work) throws IOException {
    try {
      return work.run();
    } catch (CorruptIndexException e) {
      discard(e);
      return work.run();
    }
  }

  /** Removes a damaged index. */
  void discard(CorruptIndexException damage) throws IOException {
    LOG.warn("the blame index in {} is built anew: {}", folder, damage.getMessage());
    try (WriteLock lock = lock()) {
      writing = new SoftReference<>(null);
      reading = new SoftReference<>(null);
      files.clear();
    }
  }
}
