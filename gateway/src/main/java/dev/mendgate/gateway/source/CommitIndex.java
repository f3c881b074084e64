package dev.mendgate.gateway.source;

import java.nio.file.Path;

/** Something that is computed once for a commit and looked up often. */
public interface CommitIndex {
  /**
   * Builds the index of a commit, or finds that it is there.
   *
   * @param folder folder for the repository's indexes
   * @return number of entries
   */
  long index(CommitTree tree, Path folder, IndexProgress progress);
}
