package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.CommitIndex;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.SourceException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the statement indexes of a repository's commits in its index folder, and what was found in
 * each file, so that the next commit costs no more than the files it changes.
 */
public final class StoredStatements implements CommitIndex {
  private static final String PREFIX = "statements-";
  private static final String SCANS = "statement-scans";
  private static final int KEPT = 4;

  @Override
  public long index(CommitTree tree, Path folder, IndexProgress progress) {
    return open(tree, folder, progress).statements().size();
  }

  /**
   * Returns the index of a commit: from the folder where it is there and whole, else built and
   * stored. The folder keeps the indexes of the last four commits.
   *
   * @throws SourceException where the folder cannot be written
   */
  public static StatementIndex open(CommitTree tree, Path folder, IndexProgress progress) {
    Path file = folder.resolve(PREFIX + tree.commit());
    Optional<StatementIndex> stored = StatementIndex.load(file, tree.commit());
    if (stored.isPresent()) {
      return stored.get();
    }
    try {
      StatementIndex built = StatementIndex.build(tree, folder.resolve(SCANS), progress);
      built.save(file, tree.commit());
      dropOldest(folder);
      return built;
    } catch (IOException e) {
      throw new SourceException("cannot write " + file + ": " + e + "; check the data folder", e);
    }
  }

  private static void dropOldest(Path folder) throws IOException {
    List<Path> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        if (!file.toString().endsWith(".part")) {
          kept.add(file);
        }
      }
    }
    kept.sort(Comparator.comparing(StoredStatements::written).reversed());
    for (Path file : kept.subList(Math.min(KEPT, kept.size()), kept.size())) {
      Files.deleteIfExists(file);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
