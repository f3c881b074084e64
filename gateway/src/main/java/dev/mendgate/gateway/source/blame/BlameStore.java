package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Card;
import dev.mendgate.gateway.source.history.CorruptIndexException;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.HistoryColumns;
import dev.mendgate.gateway.source.history.HistoryReader;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The blame index of a repository: built once, brought up to date by what is new, shared by all
 * branches. One thread writes at a time; reading goes on meanwhile.
 */
public final class BlameStore {
  private static final Logger LOG = LoggerFactory.getLogger(BlameStore.class);

  private final Repository repository;
  private final Path folder;
  private final BlameFiles files;
  private final int threads;
  private volatile @Nullable Snapshot snapshot;
  private SoftReference<History> kept = new SoftReference<>(null);
  private long keptGeneration;
  private volatile SoftReference<History> readOnly = new SoftReference<>(null);

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

  /**
   * Keeps the index of a repository in a folder of its own.
   *
   * @param repository stays the caller's to close
   * @param threads how many threads build it
   */
  public BlameStore(Repository repository, Path folder, int threads) {
    this.repository = repository;
    this.folder = folder;
    this.files = new BlameFiles(folder);
    this.threads = threads;
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

  /** A file's blame with the numbers' meaning. */
  public record Answer(Snapshot snapshot, Snapshot.Found found) {}

  /** Returns a state that has a commit; null where none has, not even one another process wrote. */
  private @Nullable Snapshot covering(String commit) throws IOException {
    Snapshot now = snapshot;
    if (now != null && now.directory(commit).isPresent()) {
      return now;
    }
    Optional<IndexState> state = current();
    if (state.isEmpty() || state.get().isSameAs(now)) {
      return null;
    }
    Snapshot fresh = new Snapshot(files, state.get());
    snapshot = fresh;
    return fresh.directory(commit).isPresent() ? fresh : null;
  }

  private Optional<IndexState> current() throws IOException {
    String view = HistoryView.of(repository);
    return files.read().filter(state -> state.view().equals(view));
  }

  /** Returns the blame of one file of a commit that need not be indexed, without keeping it. */
  public synchronized Answer blame(
      ObjectId commit, String path, BlameModes modes, Progress progress) throws IOException {
    try {
      return walk(commit, path, modes, progress);
    } catch (CorruptIndexException e) {
      discard(e);
      return walk(commit, path, modes, progress);
    }
  }

  private Answer walk(ObjectId commit, String path, BlameModes modes, Progress progress)
      throws IOException {
    try (WriteLock lock = WriteLock.take(folder)) {
      IndexState state = open();
      History history = extended(state, commit, progress);
      int number = history.number(commit);
      try (ObjectReader reader = repository.newObjectReader()) {
        int[] file = new TreeChanges(history, reader).file(number, path);
        FileResult result;
        if (file.length == 0) {
          result = new FileResult.NotText(number, 0);
        } else if (modes.equals(BlameModes.NONE)) {
          result = new BlameWalk(history, reader, known(state)).blame(number, file).get(0);
        } else {
          result = new ModeWalk(history, reader, modes).blame(number, file[0], file[1]);
        }
        Snapshot now = new Snapshot(files, state);
        snapshot = now;
        return new Answer(now, found(result));
      }
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
  public synchronized Indexed index(ObjectId commit, Progress progress) throws IOException {
    try {
      return indexed(commit, progress);
    } catch (CorruptIndexException e) {
      discard(e);
      return indexed(commit, progress);
    }
  }

  private Indexed indexed(ObjectId commit, Progress progress) throws IOException {
    Snapshot now = covering(commit.name());
    if (now != null) {
      Directory directory = now.directory(commit.name()).orElseThrow();
      return new Indexed(directory.texts(), directory.lines(), true);
    }
    try (WriteLock lock = WriteLock.take(folder)) {
      IndexState state = open();
      History history = extended(state, commit, progress);
      Directory directory =
          new Indexing(repository, history, files, state, threads).index(commit, progress);
      state = new Compaction(files, history).compacted(state);
      snapshot = new Snapshot(files, state);
      return new Indexed(directory.texts(), directory.lines(), false);
    }
  }

  /**
   * Returns where a line, from 0, of one commit is in another one.
   *
   * @throws IllegalArgumentException where the history has no such path
   */
  public Fate follow(ObjectId from, String path, int line, ObjectId to) throws IOException {
    History history = reading(from, to);
    try (ObjectReader reader = repository.newObjectReader()) {
      Trail.End end =
          new Trail(history, reader)
              .follow(history.number(from), number(history, path), line, history.number(to));
      return new Fate(
          end.path() < 0 ? null : history.paths().path(end.path()),
          end.line(),
          end.loss() == null ? null : card(history, end.commit()),
          end.loss());
    }
  }

  /**
   * Returns the commits that changed any of some lines, newest first.
   *
   * @param first the first line, from 0
   * @param end the line behind the last
   * @param most how many commits at most
   * @throws IllegalArgumentException where the history has no such path
   */
  public List<Touch> touches(ObjectId commit, String path, int first, int end, int most)
      throws IOException {
    History history = reading(commit);
    try (ObjectReader reader = repository.newObjectReader()) {
      return new Trail(history, reader)
              .touches(
                  history.number(commit), number(history, path), new LineRange(first, end), most)
              .stream()
              .map(
                  touch ->
                      new Touch(
                          card(history, touch.commit()),
                          history.paths().path(touch.path()),
                          touch.lines().from(),
                          touch.lines().to()))
              .toList();
    }
  }

  /**
   * Where a line of one commit is in another one.
   *
   * @param path null where the file is gone
   * @param line from 0; -1 where it is gone
   * @param lostIn the commit that has it on one side only; null where it is there
   * @param loss null where it is there
   */
  public record Fate(@Nullable String path, int line, @Nullable Card lostIn, @Nullable Loss loss) {}

  /**
   * A commit that changed some lines.
   *
   * @param path path of the file in it
   * @param first first of the lines as it left them, from 0
   * @param end line behind the last
   */
  public record Touch(Card commit, String path, int first, int end) {}

  private static int number(History history, String path) {
    int number = history.paths().find(path);
    if (number < 0) {
      throw new IllegalArgumentException("no commit has a path " + path);
    }
    return number;
  }

  private static Card card(History history, int commit) {
    return new Card(
        history.id(commit),
        history.author(commit),
        history.authorTime(commit),
        history.commitTime(commit),
        history.summary(commit));
  }

  /** Returns a history that nobody writes to and that has the commits. */
  private History reading(ObjectId... commits) throws IOException {
    try {
      return readable(commits);
    } catch (CorruptIndexException e) {
      discard(e);
      return readable(commits);
    }
  }

  private History readable(ObjectId... commits) throws IOException {
    History present = readOnly.get();
    if (present != null && has(present, commits)) {
      return present;
    }
    synchronized (this) {
      try (WriteLock lock = WriteLock.take(folder)) {
        IndexState state = open();
        for (ObjectId commit : commits) {
          extended(state, commit, (stage, done, total) -> {});
        }
        History fresh = HistoryColumns.load(state.columns());
        readOnly = new SoftReference<>(fresh);
        return fresh;
      }
    }
  }

  private static boolean has(History history, ObjectId... commits) {
    return Arrays.stream(commits).allMatch(commit -> history.number(commit) >= 0);
  }

  /** Returns the bytes the index takes on disk. */
  public long size() throws IOException {
    return files.size();
  }

  private IndexState open() throws IOException {
    Optional<IndexState> state = current();
    return state.isPresent() ? state.get() : files.create(HistoryView.of(repository));
  }

  private Known known(IndexState state) throws IOException {
    return KnownDirectories.of(files, state);
  }

  private History extended(IndexState state, ObjectId commit, Progress progress)
      throws IOException {
    History history = kept.get();
    if (history == null
        || keptGeneration != state.generation()
        || !HistoryColumns.hold(history, state.columns())) {
      history = HistoryColumns.load(state.columns());
    }
    History all = history;
    new HistoryReader(repository, threads)
        .extend(
            all,
            commit,
            (done, total) -> {
              HistoryColumns.save(all, state.columns());
              files.write(state);
              progress.advanced("history", done, total);
            });
    kept = new SoftReference<>(all);
    keptGeneration = state.generation();
    return all;
  }

  private void discard(CorruptIndexException damage) throws IOException {
    LOG.warn("the blame index in {} is built anew: {}", folder, damage.getMessage());
    try (WriteLock lock = WriteLock.take(folder)) {
      snapshot = null;
      kept = new SoftReference<>(null);
      readOnly = new SoftReference<>(null);
      files.clear();
    }
  }
}
