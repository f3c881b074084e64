package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.blame.BlameModes;

/**
 * Answers who last changed a line, for any committed file; what is not committed does not count.
 * Implementations are safe for concurrent use.
 */
public interface BlameIndex extends LineHistory {
  /**
   * Returns the blame of a whole file.
   *
   * @param commit full id of the commit whose file is meant
   * @param path path in that commit, with {@code /}
   * @throws UnknownPathException where the commit has no such file
   */
  FileBlame blame(String commit, String path);

  /**
   * Returns the blame of a whole file that looks through some changes; it is not stored, and costs
   * a walk through the file's history.
   *
   * @param commit full id of the commit whose file is meant
   * @param path path in that commit, with {@code /}
   * @throws UnknownPathException where the commit has no such file
   */
  FileBlame blame(String commit, String path, BlameModes modes);

  /**
   * Returns the blame of one line, from 1.
   *
   * @throws UnknownPathException where there is no such file or line
   */
  default BlamedLine blame(String commit, String path, int line) {
    FileBlame file = blame(commit, path);
    if (line < 1 || line > file.lines()) {
      throw new UnknownPathException(
          path + " has no line " + line + "; it has " + file.lines() + " at that commit");
    }
    return file.line(line);
  }
}
