package dev.mendgate.gateway.source.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The packs of a clone: each fetch adds one, and many make every look into the clone slow. */
final class Packs {
  private static final String PACK = ".pack";
  private static final String INDEX = ".idx";

  private final Path folder;

  Packs(Path clone) {
    this.folder = clone.resolve("objects/pack");
  }

  int count() throws IOException {
    return (int) files().stream().filter(file -> file.toString().endsWith(PACK)).count();
  }

  /**
   * Takes the place of its packs with those of another clone that has everything as well. Whoever
   * reads meanwhile finds either: the new ones are there before the old ones go, and an index is
   * never there without its pack.
   */
  void replaceWith(Packs other) throws IOException {
    List<Path> old = files();
    Set<Path> kept = new HashSet<>();
    List<Path> packsFirst =
        other.files().stream()
            .sorted(Comparator.comparing(file -> file.toString().endsWith(INDEX)))
            .toList();
    for (Path file : packsFirst) {
      Path here = folder.resolve(file.getFileName());
      Files.move(file, here, StandardCopyOption.REPLACE_EXISTING);
      kept.add(here);
    }
    List<Path> indexesFirst =
        old.stream()
            .filter(file -> !kept.contains(file))
            .sorted(Comparator.comparing(file -> !file.toString().endsWith(INDEX)))
            .toList();
    for (Path file : indexesFirst) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
