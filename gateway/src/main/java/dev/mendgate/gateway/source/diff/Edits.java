package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/**
 * The places where two texts differ, in order; lines count from 0 and ends are exclusive. Between
 * two edits, and around them, the texts have the same lines.
 */
public final class Edits {
  private static final int WIDTH = 4;

  private int[] bounds = new int[8 * WIDTH];
  private int count;

  Edits() {}

  void add(int beginA, int endA, int beginB, int endB) {
    int at = count * WIDTH;
    if (at == bounds.length) {
      bounds = Arrays.copyOf(bounds, at * 2);
    }
    bounds[at] = beginA;
    bounds[at + 1] = endA;
    bounds[at + 2] = beginB;
    bounds[at + 3] = endB;
    count++;
  }

  /** Returns the number of edits. */
  public int count() {
    return count;
  }

  /** Returns the first line an edit takes from the old text. */
  public int beginA(int edit) {
    return bounds[edit * WIDTH];
  }

  /** Returns the line behind the last an edit takes from the old text. */
  public int endA(int edit) {
    return bounds[edit * WIDTH + 1];
  }

  /** Returns the first line an edit puts into the new text. */
  public int beginB(int edit) {
    return bounds[edit * WIDTH + 2];
  }

  /** Returns the line behind the last an edit puts into the new text. */
  public int endB(int edit) {
    return bounds[edit * WIDTH + 3];
  }
}
