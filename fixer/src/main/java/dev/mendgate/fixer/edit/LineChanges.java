package dev.mendgate.fixer.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file edit seen as whole lines, which end with LF as git counts them.
 *
 * @param before lines of the original, each with its line feed
 * @param after lines of the patched text, each with its line feed
 * @param changes replaced runs of lines, in order, at least one unchanged line between two
 */
record LineChanges(List<String> before, List<String> after, List<Change> changes) {
  /** Lines {@code [from, to)} before became {@code [newFrom, newTo)} after, counted from 0. */
  record Change(int from, int to, int newFrom, int newTo) {
    boolean isEmpty() {
      return from == to && newFrom == newTo;
    }
  }

  /** Derives the changed lines from the edits; lines an edit leaves equal do not count. */
  static LineChanges of(FileEdit edit) {
    List<String> before = lines(edit.original());
    List<String> after = lines(edit.patched());
    int[] starts = starts(before);
    int[] newStarts = starts(after);
    List<Change> touched = new ArrayList<>();
    int grown = 0;
    for (TextEdit change : edit.edits()) {
      int from = Math.min(line(starts, change.start()), lastTouchable(before));
      int to = Math.min(line(starts, change.end()) + 1, before.size());
      int newFrom = line(newStarts, starts[from] + grown);
      grown += change.replacement().length() - (change.end() - change.start());
      int newTo = line(newStarts, starts[to] + grown);
      Change last = touched.isEmpty() ? null : touched.get(touched.size() - 1);
      if (last != null && from <= last.to()) {
        touched.set(touched.size() - 1, new Change(last.from(), to, last.newFrom(), newTo));
      } else {
        touched.add(new Change(from, to, newFrom, newTo));
      }
    }
    CommonLines common = new CommonLines(before, after);
    List<Change> changes =
        touched.stream()
            .map(change -> trim(change, before, after))
            .filter(change -> !change.isEmpty())
            .flatMap(change -> common.split(change).stream())
            .toList();
    return new LineChanges(before, after, changes);
  }

  private static Change trim(Change change, List<String> before, List<String> after) {
    int from = change.from();
    int to = change.to();
    int newFrom = change.newFrom();
    int newTo = change.newTo();
    while (from < to && newFrom < newTo && before.get(from).equals(after.get(newFrom))) {
      from++;
      newFrom++;
    }
    while (from < to && newFrom < newTo && before.get(to - 1).equals(after.get(newTo - 1))) {
      to--;
      newTo--;
    }
    return new Change(from, to, newFrom, newTo);
  }

  /** What comes behind a last line without line feed changes that line. */
  private static int lastTouchable(List<String> lines) {
    int count = lines.size();
    return count == 0 || lines.get(count - 1).endsWith("\n") ? count : count - 1;
  }

  /** Splits behind each line feed. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return List.copyOf(lines);
  }

  /** Returns the offset of each line, and of the end of the text. */
  private static int[] starts(List<String> lines) {
    int[] starts = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      starts[i + 1] = starts[i] + lines.get(i).length();
    }
    return starts;
  }

  private static int line(int[] starts, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
