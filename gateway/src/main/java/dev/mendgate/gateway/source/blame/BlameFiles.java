package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Column;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.HistoryColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a blame index: a manifest, columns that only grow, and a directory for each indexed
 * commit. Columns are shared by all commits, so that a branch costs what it changes.
 */
final class BlameFiles {
  private static final String MANIFEST = "manifest";
  private static final String WHOLE = ".files";
  private static final String PARTIAL = ".partial";
  private static final int KEPT_COMMITS = 16;
  private static final int WASTE = 3;
  private static final int MIN_WASTE = 1 << 20;

  private final Path folder;

  BlameFiles(Path folder) {
    this.folder = folder;
  }

  /** Columns with the numbers that tell which state of the index they are. */
  static final class State {
    private final long generation;
    private final String view;
    private final int runsFile;
    private final Map<String, Column> columns = new TreeMap<>();

    private State(Path folder, Manifest manifest) {
      this.generation = manifest.generation();
      this.view = manifest.view();
      this.runsFile = manifest.runsFile();
      for (String name : HistoryColumns.ALL) {
        columns.put(name, column(folder, name, manifest));
      }
      columns.put(runsName(runsFile), column(folder, runsName(runsFile), manifest));
    }

    private static Column column(Path folder, String name, Manifest manifest) {
      return new Column(folder.resolve(name), manifest.columns().getOrDefault(name, List.of()));
    }

    private static String runsName(int number) {
      return "runs-" + number;
    }

    Map<String, Column> columns() {
      return columns;
    }

    Column column(String name) {
      return Objects.requireNonNull(columns.get(name), name);
    }

    Column runs() {
      return column(runsName(runsFile));
    }

    long generation() {
      return generation;
    }

    String view() {
      return view;
    }

    /** Says whether a snapshot shows this state. */
    boolean isSameAs(@Nullable Snapshot other) {
      return other != null && other.state().manifest().equals(manifest());
    }

    private Manifest manifest() {
      Map<String, List<Column.Part>> parts = new TreeMap<>();
      columns.forEach((name, column) -> parts.put(name, column.parts()));
      return new Manifest(generation, view, runsFile, parts);
    }
  }

  /** Returns the state that was written last; empty where there is none, or it is damaged. */
  Optional<State> read() throws IOException {
    try {
      return Manifest.decode(Files.readAllBytes(folder.resolve(MANIFEST)))
          .map(manifest -> new State(folder, manifest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Starts an empty index in place of what is there. */
  State create(String view) throws IOException {
    clear();
    Files.createDirectories(folder);
    long generation = ThreadLocalRandom.current().nextLong();
    return new State(folder, new Manifest(generation, view, 0, Map.of()));
  }

  /** Starts an empty runs file beside the one that is there. */
  State withFreshRuns(State state) {
    Manifest now = state.manifest();
    return new State(
        folder, new Manifest(now.generation(), now.view(), now.runsFile() + 1, now.columns()));
  }

  /** Makes what was appended count. */
  void write(State state) throws IOException {
    replace(folder.resolve(MANIFEST), state.manifest().encode());
  }

  /** Keeps the directory of a commit. */
  void write(State state, String commit, Directory directory) throws IOException {
    replace(
        file(state, commit, directory.whole() ? WHOLE : PARTIAL),
        directory.encode(state.generation, state.runsFile));
  }

  /** Returns the directory of all files of a commit. */
  Optional<Directory> directory(State state, String commit) throws IOException {
    return directory(state, file(state, commit, WHOLE));
  }

  /** Returns all directories, also those of commits that were not finished, newest first. */
  List<Directory> directories(State state) throws IOException {
    return directories(state, Integer.MAX_VALUE);
  }

  /** Returns the newest directories, also those of commits that were not finished. */
  List<Directory> directories(State state, int most) throws IOException {
    List<Directory> found = new ArrayList<>();
    for (Path file : newestFirst(state).stream().limit(most).toList()) {
      directory(state, file).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Directory> directory(State state, Path file) throws IOException {
    try {
      return Directory.decode(Files.readAllBytes(file), state.generation, state.runsFile);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Copies what is still needed into a fresh runs file once most of the old one is not. The old one
   * stays until the fresh one counts.
   */
  State compacted(State state, History history) throws IOException {
    if (state.runs().length() <= MIN_WASTE) {
      return state;
    }
    List<Directory> directories = directories(state).stream().filter(Directory::whole).toList();
    ByteBuffer old = state.runs().map();
    if (directories.isEmpty()
        || state.runs().length() <= WASTE * bytes(directories.get(0), old) + MIN_WASTE) {
      return state;
    }
    Map<Integer, Integer> offsets = new TreeMap<>();
    for (Directory directory : directories) {
      directory.offsets().forEach(offset -> offsets.put(offset, 0));
    }
    long live = 0;
    for (Map.Entry<Integer, Integer> offset : offsets.entrySet()) {
      offset.setValue(Math.toIntExact(live));
      live += RunCodec.length(old, offset.getKey());
    }
    if (state.runs().length() <= live * WASTE + MIN_WASTE) {
      return state;
    }
    ByteBuffer fresh = ByteBuffer.allocate(Math.toIntExact(live));
    for (int offset : offsets.keySet()) {
      fresh.put(old.slice(offset, RunCodec.length(old, offset)));
    }
    State next = withFreshRuns(state);
    next.runs().append(fresh.flip());
    for (Directory directory : directories) {
      write(next, history.id(directory.commit()).name(), directory.moved(offsets));
    }
    write(next);
    dropOthers(next);
    return next;
  }

  private static long bytes(Directory directory, ByteBuffer runs) throws IOException {
    long bytes = 0;
    for (int offset : directory.offsets().distinct().toArray()) {
      bytes += RunCodec.length(runs, offset);
    }
    return bytes;
  }

  /** Removes what is not needed any more. */
  void tidy(State state, String finished) throws IOException {
    Files.deleteIfExists(file(state, finished, PARTIAL));
    List<Path> files = newestFirst(state);
    for (Path old : files.subList(Math.min(KEPT_COMMITS, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** Removes runs files and directories other than those of a state. */
  void dropOthers(State state) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        boolean directory = name.endsWith(WHOLE) || name.endsWith(PARTIAL);
        boolean own =
            directory
                ? name.contains("." + state.runsFile + ".")
                : name.equals(State.runsName(state.runsFile));
        if (!own && (directory || name.startsWith("runs-"))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Returns the bytes all files take. */
  long size() throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      long size = 0;
      for (Path file : all.toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }

  /** Removes the whole index. */
  void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.deleteIfExists(folder.resolve(MANIFEST));
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals(WriteLock.FILE)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private List<Path> newestFirst(State state) throws IOException {
    String end = "." + state.runsFile;
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file ->
                  file.toString().endsWith(end + WHOLE) || file.toString().endsWith(end + PARTIAL))
          .sorted(Comparator.comparing(BlameFiles::written).reversed())
          .toList();
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private Path file(State state, String commit, String suffix) {
    return folder.resolve(commit + "." + state.runsFile + suffix);
  }

  private void replace(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder, "write", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
