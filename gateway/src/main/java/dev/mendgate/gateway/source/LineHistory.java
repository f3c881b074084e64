package dev.mendgate.gateway.source;

import java.util.List;

/** Answers what became of lines between commits. Implementations are safe for concurrent use. */
public interface LineHistory {
  /**
   * Follows a line from one commit to another, older or newer one, commit by commit and through
   * renames. Where neither led to the other, the way goes by their last common ancestor.
   *
   * @param from full id of the commit whose line it is
   * @param path path in that commit, with {@code /}
   * @param line line, from 1
   * @param to full id of the other commit
   * @throws UnknownPathException where no commit has such a path
   */
  LineFate follow(String from, String path, int line, String to);

  /**
   * Returns the commits that changed any of some lines, newest first.
   *
   * @param commit full id of the commit whose lines they are
   * @param first first line, from 1
   * @param last last line
   * @param most how many commits at most, from 1
   * @throws UnknownPathException where no commit has such a path
   */
  List<LineChange> changes(String commit, String path, int first, int last, int most);
}
