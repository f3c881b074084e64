package dev.mendgate.fixer.edit;

import dev.mendgate.fixer.edit.LineChanges.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes lines out of a change that are the same before and after, as where two neighbouring edits
 * leave the line between them alone: by the longest common subsequence.
 */
final class CommonLines {
  /** Beyond this many pairs of lines a change is left as it is. */
  private static final int MAX_PAIRS = 250_000;

  private final List<String> before;
  private final List<String> after;

  CommonLines(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the changes that are left, in order, at least one unchanged line between two. */
  List<Change> split(Change change) {
    int olds = change.to() - change.from();
    int news = change.newTo() - change.newFrom();
    if (olds == 0 || news == 0 || (long) olds * news > MAX_PAIRS) {
      return List.of(change);
    }
    return walk(change, lengths(change, olds, news));
  }

  /** {@code lengths[i][j]} is the longest common subsequence of the lines from i and from j on. */
  private int[][] lengths(Change change, int olds, int news) {
    int[][] lengths = new int[olds + 1][news + 1];
    for (int i = olds - 1; i >= 0; i--) {
      for (int j = news - 1; j >= 0; j--) {
        lengths[i][j] =
            same(change, i, j)
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private List<Change> walk(Change change, int[][] lengths) {
    List<Change> parts = new ArrayList<>();
    int i = 0;
    int j = 0;
    int oldFrom = 0;
    int newFrom = 0;
    while (lengths[i][j] > 0) {
      if (same(change, i, j)) {
        add(parts, change, oldFrom, i, newFrom, j);
        oldFrom = ++i;
        newFrom = ++j;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    int olds = change.to() - change.from();
    int news = change.newTo() - change.newFrom();
    add(parts, change, oldFrom, olds, newFrom, news);
    return parts;
  }

  private static void add(List<Change> parts, Change within, int from, int to, int nFrom, int nTo) {
    if (from < to || nFrom < nTo) {
      parts.add(
          new Change(
              within.from() + from,
              within.from() + to,
              within.newFrom() + nFrom,
              within.newFrom() + nTo));
    }
  }

  private boolean same(Change change, int i, int j) {
    return before.get(change.from() + i).equals(after.get(change.newFrom() + j));
  }
}
