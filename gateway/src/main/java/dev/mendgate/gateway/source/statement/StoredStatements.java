package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.CommitIndex;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.SourceException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the statement index of a repository's newest indexed commit in its index folder. */
public final class StoredStatements implements CommitIndex {
  private static final String PREFIX = "statements-";

  @Override
  public long index(CommitTree tree, Path folder, IndexProgress progress) {
    return open(tree, folder, progress).statements().size();
  }

  /**
   * Returns the index of a commit: from the folder where it is there and whole, else built and
   * stored, and those of other commits dropped.
   *
   * @throws SourceException where the folder cannot be written
   */
  public static StatementIndex open(CommitTree tree, Path folder, IndexProgress progress) {
    Path file = folder.resolve(PREFIX + tree.commit());
    Optional<StatementIndex> stored = StatementIndex.load(file, tree.commit());
    if (stored.isPresent()) {
      return stored.get();
    }
    StatementIndex built = StatementIndex.build(tree, progress);
    try {
      built.save(file, tree.commit());
      dropOthers(folder, file);
    } catch (IOException e) {
      throw new SourceException("cannot write " + file + ": " + e + "; check the data folder", e);
    }
    return built;
  }

  private static void dropOthers(Path folder, Path kept) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        if (!file.equals(kept) && !file.toString().endsWith(".part")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
