package dev.mendgate.gateway.source.blame;

/**
 * How far to look for where lines were before they were moved or copied; each includes the last.
 */
public enum MoveDetection {
  /** Lines stay where the diff puts them. */
  NONE,
  /** Blocks of lines are followed within their file: {@code git blame -M}. */
  WITHIN_FILE,
  /** And out of files that the same commit changed: {@code git blame -C}. */
  FROM_CHANGED_FILES,
  /** And out of any file, where the commit made the file: {@code git blame -C -C}. */
  FROM_ANY_FILE_AT_CREATION,
  /** And out of any file in every commit, which is slow: {@code git blame -C -C -C}. */
  FROM_ANY_FILE;

  /** Letters and digits from which on a block counts that moved within its file. */
  static final int LEAST_MOVED = 20;

  /** Letters and digits from which on a block counts that came from another file. */
  static final int LEAST_COPIED = 40;

  boolean reaches(MoveDetection other) {
    return compareTo(other) >= 0;
  }
}
