package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.blame.Directory.FileEntry;
import dev.mendgate.gateway.source.history.CorruptIndexException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was indexed before, at several commits. */
final class KnownDirectories implements Known {
  private static final int MOST = 4;

  private final ByteBuffer runs;
  private final Map<Long, KnownEntry> changed = new HashMap<>();
  private final Map<Integer, Map<Integer, KnownEntry>> commits = new HashMap<>();

  /** A file of a directory. */
  record KnownEntry(FileEntry entry, ByteBuffer all) implements KnownFile {
    @Override
    public Runs runs() {
      try {
        return entry.lines() <= 0 ? new Runs() : RunCodec.decode(all, entry.offset());
      } catch (CorruptIndexException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isText() {
      return entry.lines() >= 0;
    }
  }

  private KnownDirectories(ByteBuffer runs) {
    this.runs = runs;
  }

  /** Reads what was indexed last. */
  static KnownDirectories of(BlameFiles files, IndexState state) throws IOException {
    KnownDirectories known = new KnownDirectories(state.runs().map());
    files.directories(state, MOST).forEach(known::add);
    return known;
  }

  /** Returns the files of a commit that is covered. */
  Collection<KnownEntry> files(int commit) {
    return commits.getOrDefault(commit, Map.of()).values();
  }

  private void add(Directory directory) {
    Map<Integer, KnownEntry> files = new HashMap<>();
    for (int i = 0; i < directory.count(); i++) {
      KnownEntry known = new KnownEntry(directory.file(i), runs);
      FileEntry entry = known.entry();
      if (entry.lines() > 0 && entry.offset() >= runs.limit()) {
        // Written after the state that is looked at.
        continue;
      }
      changed.put(key(entry.changedAt(), entry.changedPath()), known);
      files.put(entry.path(), known);
    }
    if (directory.whole()) {
      commits.put(directory.commit(), files);
    }
  }

  @Override
  public @Nullable KnownEntry changedAt(int commit, int path) {
    return changed.get(key(commit, path));
  }

  @Override
  public boolean covers(int commit) {
    return commits.containsKey(commit);
  }

  @Override
  public @Nullable KnownEntry at(int commit, int path) {
    return commits.getOrDefault(commit, Map.of()).get(path);
  }

  private static long key(int commit, int path) {
    return (long) commit << 32 | path;
  }
}
