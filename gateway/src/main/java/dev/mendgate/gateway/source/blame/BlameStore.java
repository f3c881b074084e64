package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.CorruptIndexException;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The blame index of a repository: built once, brought up to date by what is new, shared by all
 * branches. One thread writes at a time; reading goes on meanwhile.
 */
public final class BlameStore {
  private final Repository repository;
  private final BlameFiles files;
  private final int threads;
  private final StoredHistory histories;
  private volatile @Nullable Snapshot snapshot;

  /** Is told how far the work is. */
  @FunctionalInterface
  public interface Progress {
    /** Takes the stage, {@code history} or {@code blame}, and how much of it is done. */
    void advanced(String stage, int done, int total);
  }

  /**
   * What is indexed of a commit.
   *
   * @param files text files
   * @param lines their lines
   * @param reused whether it was there already
   */
  public record Indexed(int files, long lines, boolean reused) {}

  /** A file's blame with the numbers' meaning. */
  public record Answer(Snapshot snapshot, Snapshot.Found found) {}

  /**
   * Keeps the index of a repository in a folder of its own.
   *
   * @param repository stays the caller's to close
   * @param threads how many threads build it
   */
  public BlameStore(Repository repository, Path folder, int threads) {
    this.repository = repository;
    this.files = new BlameFiles(folder);
    this.threads = threads;
    this.histories = new StoredHistory(repository, folder, files, threads);
  }

  /** Returns what answers questions about single lines. */
  public LineTrails trails() {
    return new LineTrails(repository, histories);
  }

  /**
   * Returns the blame of a file where its commit is indexed.
   *
   * @param line a line from 0 that is needed, -1 for all
   */
  public Optional<Answer> find(String commit, String path, int line) throws IOException {
    try {
      Snapshot now = covering(commit);
      return now == null
          ? Optional.empty()
          : now.find(commit, path, line).map(found -> new Answer(now, found));
    } catch (CorruptIndexException e) {
      discard(e);
      return Optional.empty();
    }
  }

  /** Returns the paths of the text files of a commit, in order; none where it is not indexed. */
  public List<String> paths(String commit) throws IOException {
    Snapshot now = covering(commit);
    return now == null ? List.of() : now.paths(commit);
  }

  /** Returns a state that has a commit; null where none has, not even one another process wrote. */
  private @Nullable Snapshot covering(String commit) throws IOException {
    Snapshot now = snapshot;
    if (now != null && now.directory(commit).isPresent()) {
      return now;
    }
    Optional<IndexState> state = histories.current();
    if (state.isEmpty() || state.get().isSameAs(now)) {
      return null;
    }
    Snapshot fresh = new Snapshot(files, state.get());
    snapshot = fresh;
    return fresh.directory(commit).isPresent() ? fresh : null;
  }

  /** Returns the blame of one file of a commit that need not be indexed, without keeping it. */
  public Answer blame(ObjectId commit, String path, BlameModes modes, Progress progress)
      throws IOException {
    return histories.attempt(
        () -> {
          StoredHistory.Reading reading = histories.reading(progress, commit);
          FileResult result = walk(commit, path, modes, reading);
          return new Answer(reading.snapshot(), found(result));
        });
  }

  private FileResult walk(
      ObjectId commit, String path, BlameModes modes, StoredHistory.Reading reading)
      throws IOException {
    History history = reading.history();
    int number = history.number(commit);
    try (ObjectReader reader = repository.newObjectReader()) {
      int[] file = new TreeChanges(history, reader).file(number, path);
      if (file.length == 0) {
        return new FileResult.NotText(number, 0);
      }
      if (!modes.equals(BlameModes.NONE)) {
        return new ModeWalk(history, reader, modes).blame(number, file[0], file[1]);
      }
      Known known = KnownDirectories.of(files, reading.snapshot().state());
      return new BlameWalk(history, reader, known).blame(number, file).get(0);
    }
  }

  private static Snapshot.Found found(FileResult result) {
    if (result instanceof FileResult.Blamed blamed) {
      return new Snapshot.Found(blamed.lines(), blamed.runs());
    }
    if (result instanceof FileResult.Same same
        && same.file() instanceof KnownDirectories.KnownEntry known) {
      return new Snapshot.Found(known.entry().lines(), known.runs());
    }
    return new Snapshot.Found(-1, new Runs());
  }

  /** Indexes all text files of a commit, or finds that it was done. */
  public Indexed index(ObjectId commit, Progress progress) throws IOException {
    try {
      return indexed(commit, progress);
    } catch (CorruptIndexException e) {
      discard(e);
      return indexed(commit, progress);
    }
  }

  private Indexed indexed(ObjectId commit, Progress progress) throws IOException {
    Optional<Indexed> present = present(commit);
    if (present.isPresent()) {
      return present.get();
    }
    try (WriteLock lock = histories.lock()) {
      present = present(commit);
      if (present.isPresent()) {
        return present.get();
      }
      IndexState state = histories.open();
      History history = histories.extended(state, commit, progress);
      Directory directory =
          new Indexing(repository, history, files, state, threads).index(commit, progress);
      state = new Compaction(files, history).compacted(state);
      snapshot = new Snapshot(files, state);
      return new Indexed(directory.texts(), directory.lines(), false);
    }
  }

  private Optional<Indexed> present(ObjectId commit) throws IOException {
    Snapshot now = covering(commit.name());
    return now == null
        ? Optional.empty()
        : now.directory(commit.name())
            .map(directory -> new Indexed(directory.texts(), directory.lines(), true));
  }

  /** Returns the bytes the index takes on disk. */
  public long size() throws IOException {
    return files.size();
  }

  private void discard(CorruptIndexException damage) throws IOException {
    snapshot = null;
    histories.discard(damage);
  }
}
