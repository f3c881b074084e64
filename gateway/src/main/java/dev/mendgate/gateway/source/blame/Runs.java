package dev.mendgate.gateway.source.blame;

import java.util.Arrays;

/**
 * The blame of one file as runs of lines that came from one commit in one piece; lines count from
 * 0.
 */
public final class Runs {
  private static final int WIDTH = 5;

  private int[] words = new int[8 * WIDTH];
  private int size;

  /** Returns the number of runs. */
  public int size() {
    return size;
  }

  /** Returns the first line of a run in the blamed file. */
  public int line(int run) {
    return words[run * WIDTH];
  }

  /** Returns the number of lines of a run. */
  public int length(int run) {
    return words[run * WIDTH + 1];
  }

  /** Returns the number of the commit that wrote a run. */
  public int commit(int run) {
    return words[run * WIDTH + 2];
  }

  /** Returns the number of the path a run was written at. */
  public int path(int run) {
    return words[run * WIDTH + 3];
  }

  /** Returns the line a run had there. */
  public int original(int run) {
    return words[run * WIDTH + 4];
  }

  /** Returns the run a line belongs to; the runs are in the order of their lines. */
  public int find(int line) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (line(middle) <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  void add(int line, int length, int commit, int path, int original) {
    if (size > 0 && continues(line, commit, path, original)) {
      words[(size - 1) * WIDTH + 1] += length;
      return;
    }
    int at = size * WIDTH;
    if (at == words.length) {
      words = Arrays.copyOf(words, at * 2);
    }
    words[at] = line;
    words[at + 1] = length;
    words[at + 2] = commit;
    words[at + 3] = path;
    words[at + 4] = original;
    size++;
  }

  /** Returns the same runs in the order of their lines, joined where they continue each other. */
  Runs sorted() {
    long[] order = new long[size];
    for (int run = 0; run < size; run++) {
      order[run] = (long) line(run) << 32 | run;
    }
    Arrays.sort(order);
    Runs sorted = new Runs();
    for (long key : order) {
      int run = (int) key;
      sorted.add(line(run), length(run), commit(run), path(run), original(run));
    }
    return sorted;
  }

  private boolean continues(int line, int commit, int path, int original) {
    int last = size - 1;
    int length = length(last);
    return line(last) + length == line
        && commit(last) == commit
        && path(last) == path
        && original(last) + length == original;
  }
}
