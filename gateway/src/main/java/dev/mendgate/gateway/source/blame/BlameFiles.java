package dev.mendgate.gateway.source.blame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The files of a blame index: a manifest, columns that only grow, and a directory for each indexed
 * commit. Columns are shared by all commits, so that a branch costs what it changes.
 */
final class BlameFiles {
  private static final String MANIFEST = "manifest";
  private static final String WHOLE = ".files";
  private static final String PARTIAL = ".partial";
  private static final int KEPT_COMMITS = 8;

  private final Path folder;

  BlameFiles(Path folder) {
    this.folder = folder;
  }

  /** Returns the state that was written last; empty where there is none, or it is damaged. */
  Optional<IndexState> read() throws IOException {
    try {
      return Manifest.decode(Files.readAllBytes(folder.resolve(MANIFEST)))
          .map(manifest -> new IndexState(folder, manifest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Starts an empty index in place of what is there. */
  IndexState create(String view) throws IOException {
    clear();
    Files.createDirectories(folder);
    long generation = ThreadLocalRandom.current().nextLong();
    return new IndexState(folder, new Manifest(generation, view, 0, Map.of()));
  }

  /** Makes what was appended count. */
  void write(IndexState state) throws IOException {
    replace(folder.resolve(MANIFEST), state.manifest().encode());
  }

  /** Keeps the directory of a commit. */
  void write(IndexState state, String commit, Directory directory) throws IOException {
    replace(
        file(state, commit, directory.whole() ? WHOLE : PARTIAL),
        directory.encode(state.generation(), state.runsFile()));
  }

  /** Returns the directory of all files of a commit. */
  Optional<Directory> directory(IndexState state, String commit) throws IOException {
    return directory(state, file(state, commit, WHOLE));
  }

  /** Returns all directories, also those of commits that were not finished, newest first. */
  List<Directory> directories(IndexState state) throws IOException {
    return directories(state, Integer.MAX_VALUE);
  }

  /** Returns the newest directories, also those of commits that were not finished. */
  List<Directory> directories(IndexState state, int most) throws IOException {
    List<Directory> found = new ArrayList<>();
    for (Path file : newestFirst(state).stream().limit(most).toList()) {
      directory(state, file).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Directory> directory(IndexState state, Path file) throws IOException {
    try {
      return Directory.decode(Files.readAllBytes(file), state.generation(), state.runsFile());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Removes what is not needed any more. */
  void tidy(IndexState state, String finished) throws IOException {
    Files.deleteIfExists(file(state, finished, PARTIAL));
    List<Path> files = newestFirst(state);
    for (Path old : files.subList(Math.min(KEPT_COMMITS, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** Removes runs files and directories other than those of a state. */
  void dropOthers(IndexState state) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        boolean directory = name.endsWith(WHOLE) || name.endsWith(PARTIAL);
        boolean own = directory ? name.contains("." + state.runsFile() + ".") : state.isRuns(name);
        if (!own && (directory || IndexState.isAnyRuns(name))) {
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

  private List<Path> newestFirst(IndexState state) throws IOException {
    String end = "." + state.runsFile();
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

  private Path file(IndexState state, String commit, String suffix) {
    return folder.resolve(commit + "." + state.runsFile() + suffix);
  }

  private void replace(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder, "write", ".tmp");
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
