package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;
import java.util.Arrays;

/**
 * Lines of one version of a file whose origin is still sought, in order of the version's lines;
 * each claim is a run of them and says which lines of which blamed file they became.
 */
final class Claims {
  static final int WIDTH = 4;

  private int[] words;
  private int size;

  Claims() {
    this.words = new int[4 * WIDTH];
  }

  private Claims(int[] words, int size) {
    this.words = words;
    this.size = size;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns the first line of a claim in the version, from 0. */
  int at(int claim) {
    return words[claim * WIDTH];
  }

  int length(int claim) {
    return words[claim * WIDTH + 1];
  }

  /** Returns the number of the blamed file. */
  int file(int claim) {
    return words[claim * WIDTH + 2];
  }

  /** Returns the first line of a claim in the blamed file, from 0. */
  int line(int claim) {
    return words[claim * WIDTH + 3];
  }

  /** Appends a claim, which must not start before the last; joins it to that if it goes on. */
  void add(int at, int length, int file, int line) {
    if (size > 0) {
      int last = (size - 1) * WIDTH;
      int before = words[last + 1];
      if (words[last] + before == at
          && words[last + 2] == file
          && words[last + 3] + before == line) {
        words[last + 1] = before + length;
        return;
      }
    }
    int next = size * WIDTH;
    if (next == words.length) {
      words = Arrays.copyOf(words, next * 2);
    }
    words[next] = at;
    words[next + 1] = length;
    words[next + 2] = file;
    words[next + 3] = line;
    size++;
  }

  /** Returns the claims of both, in order. */
  static Claims merged(Claims one, Claims other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Claims merged = new Claims(new int[(one.size + other.size) * WIDTH], 0);
    int i = 0;
    int j = 0;
    while (i < one.size || j < other.size) {
      boolean first = j == other.size || (i < one.size && one.at(i) <= other.at(j));
      Claims from = first ? one : other;
      int claim = first ? i++ : j++;
      merged.add(from.at(claim), from.length(claim), from.file(claim), from.line(claim));
    }
    return merged;
  }

  /** What a parent takes over, and what it does not have. */
  record Parted(Claims passed, Claims kept) {}

  /** Parts the claims by the edits that lead from the parent's version to this one. */
  Parted part(Edits edits) {
    Claims passed = new Claims(new int[Math.max(4, size + edits.count()) * WIDTH], 0);
    Claims kept = new Claims();
    int firstEdit = 0;
    for (int claim = 0; claim < size; claim++) {
      int from = at(claim);
      if (firstEdit > 0 && edits.endB(firstEdit - 1) > from) {
        // Claims of several files on the same lines are in order as wholes only.
        firstEdit = 0;
      }
      while (firstEdit < edits.count() && edits.endB(firstEdit) <= from) {
        firstEdit++;
      }
      part(claim, edits, firstEdit, passed, kept);
    }
    return new Parted(passed, kept);
  }

  private void part(int claim, Edits edits, int firstEdit, Claims passed, Claims kept) {
    int from = at(claim);
    int end = from + length(claim);
    int shift = line(claim) - from;
    int file = file(claim);
    int at = from;
    int edit = firstEdit;
    int offset = edit == 0 ? 0 : edits.endA(edit - 1) - edits.endB(edit - 1);
    while (at < end) {
      int unchanged = edit < edits.count() ? Math.min(end, edits.beginB(edit)) : end;
      if (unchanged > at) {
        passed.add(at + offset, unchanged - at, file, at + shift);
        at = unchanged;
      }
      if (at < end) {
        int changed = Math.min(end, edits.endB(edit));
        if (changed > at) {
          kept.add(at, changed - at, file, at + shift);
          at = changed;
        }
        offset = edits.endA(edit) - edits.endB(edit);
        edit++;
      }
    }
  }
}
