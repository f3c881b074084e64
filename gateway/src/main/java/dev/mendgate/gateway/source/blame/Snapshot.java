package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.blame.Directory.FileEntry;
import dev.mendgate.gateway.source.history.Card;
import dev.mendgate.gateway.source.history.CorruptIndexException;
import dev.mendgate.gateway.source.history.HistoryColumns;
import dev.mendgate.gateway.source.history.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A state of the index as it lies on disk, mapped into memory. It goes on answering while newer
 * states are written. Safe for concurrent use.
 */
public final class Snapshot {
  private final BlameFiles files;
  private final IndexState state;
  private final IntBuffer cards;
  private final Texts names;
  private final Texts paths;
  private final ByteBuffer runs;
  private final Map<String, Optional<Directory>> directories = new ConcurrentHashMap<>();

  /**
   * A file's blame.
   *
   * @param lines number of lines; -1 for what is no text
   * @param runs all runs, or some with that of the line that was asked for
   */
  public record Found(int lines, Runs runs) {}

  Snapshot(BlameFiles files, IndexState state) throws IOException {
    this.files = files;
    this.state = state;
    this.cards = state.column(HistoryColumns.CARDS).map().asIntBuffer();
    this.names = texts(state, HistoryColumns.NAME_ENDS, HistoryColumns.NAMES);
    this.paths = texts(state, HistoryColumns.PATH_ENDS, HistoryColumns.PATHS);
    this.runs = state.runs().map();
  }

  private static Texts texts(IndexState state, String ends, String bytes) throws IOException {
    return new Texts(state.column(ends).map().asIntBuffer(), state.column(bytes).map());
  }

  IndexState state() {
    return state;
  }

  /** Returns the files of a commit; empty where it is not indexed. */
  Optional<Directory> directory(String commit) throws IOException {
    Optional<Directory> known = directories.get(commit);
    if (known == null) {
      known = files.directory(state, commit);
      if (known.isPresent()) {
        directories.put(commit, known);
      }
    }
    return known;
  }

  /**
   * Returns the blame of a file, or of a part of it; empty where commit or file is not indexed.
   *
   * @param line a line from 0 that is needed, -1 for all
   * @throws CorruptIndexException where the index is damaged
   */
  Optional<Found> find(String commit, String path, int line) throws IOException {
    Optional<Directory> directory = directory(commit);
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileEntry> file = directory.get().find(path.getBytes(StandardCharsets.UTF_8), paths);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    FileEntry entry = file.get();
    return Optional.of(new Found(entry.lines(), runs(entry, line)));
  }

  private Runs runs(FileEntry entry, int line) throws IOException {
    if (entry.lines() <= 0) {
      return new Runs();
    }
    return line < 0
        ? RunCodec.decode(runs, entry.offset())
        : RunCodec.decode(runs, entry.offset(), line);
  }

  /** Returns the paths of the text files of a commit, in order; none where it is not indexed. */
  List<String> paths(String commit) throws IOException {
    Optional<Directory> directory = directory(commit);
    if (directory.isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < directory.get().count(); i++) {
      FileEntry file = directory.get().file(i);
      if (file.lines() >= 0) {
        found.add(paths.text(file.path()));
      }
    }
    return found;
  }

  /** Returns what is told of a commit. */
  public Card card(int commit) {
    return Card.read(cards, names, commit);
  }

  /** Returns a path. */
  public String path(int number) {
    return paths.text(number);
  }
}
