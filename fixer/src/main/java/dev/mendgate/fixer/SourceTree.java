package dev.mendgate.fixer;

import java.util.List;
import java.util.Optional;

/** The text files of a repository at one commit; implementations are safe for concurrent use. */
public interface SourceTree {
  /** Returns paths of all Java files, with {@code /}, sorted. */
  List<String> javaPaths();

  /**
   * Returns the text of a file with its line endings as they are, or empty where the path is
   * absent, binary or too large. Bytes that are not UTF-8 are read as ISO-8859-1, so that every
   * byte has one character and an edit can be written back without loss.
   */
  Optional<String> read(String path);
}
