package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.blame.Directory.FileEntry;
import dev.mendgate.gateway.source.blame.KnownDirectories.KnownEntry;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.IntList;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Indexes one commit: what an indexed ancestor has already is taken over, the rest is blamed. */
final class Indexing {
  private static final int FILES_BETWEEN_WRITES = 1024;

  private final Repository repository;
  private final History history;
  private final BlameFiles files;
  private final IndexState state;
  private final int threads;
  private final Directory.Builder directory = new Directory.Builder();
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
  private int written;
  private int done;

  Indexing(
      Repository repository, History history, BlameFiles files, IndexState state, int threads) {
    this.repository = repository;
    this.history = history;
    this.files = files;
    this.state = state;
    this.threads = threads;
  }

  Directory index(ObjectId commit, BlameStore.Progress progress) throws IOException {
    int number = history.number(commit);
    KnownDirectories known = KnownDirectories.of(files, state);
    int[] open = takeOver(number, known);
    int total = done + open.length / 2;
    written = done;
    progress.advanced("blame", done, total);
    new WholeTree(repository, history, known, threads)
        .blame(
            number,
            open,
            (share, results) -> {
              add(share, results);
              if (done - written >= FILES_BETWEEN_WRITES) {
                written = done;
                write(commit, number, false);
              }
              progress.advanced("blame", done, total);
            });
    return write(commit, number, true);
  }

  /**
   * Takes over the files that no commit changed since an indexed one, along first parents.
   *
   * @return path and entry, in turn, of the other files
   */
  private int[] takeOver(int commit, KnownDirectories known) throws IOException {
    BitSet changed = new BitSet();
    int base = changedSince(commit, known, changed);
    for (KnownEntry file : known.files(base)) {
      if (!changed.get(file.entry().path())) {
        directory.add(file.entry());
        done++;
      }
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      TreeChanges tree = new TreeChanges(history, reader);
      IntList open = base < 0 ? tree.files(commit) : tree.files(commit, changed);
      return Arrays.copyOf(open.array(), open.size());
    }
  }

  /** Returns the nearest indexed commit along first parents, -1 for none. */
  private int changedSince(int commit, KnownDirectories known, BitSet changed) {
    int at = commit;
    while (!known.covers(at)) {
      int parents = history.parents(at);
      if (parents == 0) {
        return -1;
      }
      for (int c = history.changesFrom(at); c < history.changesTo(at); c += parents + 2) {
        changed.set(history.change(c));
      }
      at = history.parent(at, 0);
    }
    return at;
  }

  private void add(int[] share, List<FileResult> results) throws IOException {
    for (int i = 0; i < results.size(); i++) {
      directory.add(entry(share[2 * i], results.get(i)));
      done++;
    }
  }

  private FileEntry entry(int path, FileResult result) {
    if (result instanceof FileResult.Same same) {
      FileEntry known = ((KnownEntry) same.file()).entry();
      return new FileEntry(
          path, known.changedAt(), known.changedPath(), known.lines(), known.offset());
    }
    if (result instanceof FileResult.NotText none) {
      return new FileEntry(path, none.changedAt(), none.changedPath(), -1, 0);
    }
    FileResult.Blamed blamed = (FileResult.Blamed) result;
    int offset = Math.toIntExact(state.runs().length() + unwritten.size());
    unwritten.writeBytes(RunCodec.encode(blamed.runs()));
    return new FileEntry(path, blamed.changedAt(), blamed.changedPath(), blamed.lines(), offset);
  }

  /** Keeps what is found so far; what was appended counts before a directory speaks of it. */
  private Directory write(ObjectId commit, int number, boolean whole) throws IOException {
    state.runs().append(ByteBuffer.wrap(unwritten.toByteArray()));
    unwritten.reset();
    files.write(state);
    Directory built = directory.build(number, whole, history.paths());
    files.write(state, commit.name(), built);
    if (whole) {
      files.tidy(state, commit.name());
    }
    return built;
  }
}
