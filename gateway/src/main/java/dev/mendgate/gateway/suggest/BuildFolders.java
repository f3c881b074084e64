package dev.mendgate.gateway.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where built commits are kept: one folder each, the least recently used removed. */
public final class BuildFolders {
  private final Path root;
  private final int kept;

  /**
   * Keeps builds below a folder.
   *
   * @param kept how many commits, at least 1
   */
  public BuildFolders(Path root, int kept) {
    this.root = root.toAbsolutePath().normalize();
    this.kept = kept;
  }

  /** Returns a commit's folder, marked as used now. */
  synchronized Build of(String commit) throws IOException {
    Path folder = root.resolve(commit);
    Files.createDirectories(folder);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    prune();
    return new Build(folder);
  }

  private void prune() throws IOException {
    List<Path> builds = new ArrayList<>();
    try (Stream<Path> all = Files.list(root)) {
      all.filter(Files::isDirectory).forEach(builds::add);
    }
    builds.sort(Comparator.comparing(BuildFolders::used).reversed());
    for (Path old : builds.subList(Math.min(kept, builds.size()), builds.size())) {
      delete(old);
    }
  }

  private static Instant used(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** One commit's folder. */
  record Build(Path folder) {
    Path tree() {
      return folder.resolve("tree");
    }

    Path lockFile() {
      return folder.resolve("lock");
    }

    Path exportedMark() {
      return folder.resolve("exported");
    }

    boolean exported() {
      return Files.exists(exportedMark());
    }

    /** Removes what an interrupted export left behind. */
    void clear() throws IOException {
      delete(tree());
    }
  }
}
