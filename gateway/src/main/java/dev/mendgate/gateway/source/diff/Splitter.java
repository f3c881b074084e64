package dev.mendgate.gateway.source.diff;

import org.jspecify.annotations.Nullable;

/**
 * Finds where the shortest edit script of a box crosses its middle, searching from both corners at
 * once. Where that gets costly it settles for a good point.
 */
final class Splitter {
  private static final int SNAKE = 20;
  private static final int COSTLY = 256;
  private static final int REACH = 4;
  private static final int FAR = Integer.MAX_VALUE;

  private final int[] a;
  private final int[] b;
  private final int[] forward;
  private final int[] backward;
  private final int origin;
  private final int limit;

  private int fromA;
  private int toA;
  private int fromB;
  private int toB;
  private int forwardLow;
  private int forwardHigh;
  private int backwardLow;
  private int backwardHigh;
  private boolean longSnake;

  Splitter(Side a, Side b) {
    this.a = a.keptClasses();
    this.b = b.keptClasses();
    int diagonals = a.keptCount() + b.keptCount() + 3;
    this.forward = new int[diagonals + 1];
    this.backward = new int[diagonals + 1];
    this.origin = b.keptCount() + 1;
    this.limit = Math.max(COSTLY, Confusion.roughRoot(diagonals));
  }

  /** Splits a box that has lines of both texts and no common ends. */
  Split split(int startA, int endA, int startB, int endB, boolean minimal) {
    fromA = startA;
    toA = endA;
    fromB = startB;
    toB = endB;
    int first = fromA - fromB;
    int last = toA - toB;
    boolean odd = ((first - last) & 1) != 0;
    forwardLow = first;
    forwardHigh = first;
    backwardLow = last;
    backwardHigh = last;
    forward[origin + first] = fromA;
    backward[origin + last] = toA;
    for (int cost = 1; ; cost++) {
      longSnake = false;
      Split met = stepForward(odd);
      if (met == null) {
        met = stepBackward(odd);
      }
      if (met == null && !minimal) {
        met = settle(cost, first, last);
      }
      if (met != null) {
        return met;
      }
    }
  }

  private @Nullable Split stepForward(boolean odd) {
    if (forwardLow > fromA - toB) {
      forward[origin + --forwardLow - 1] = -1;
    } else {
      forwardLow++;
    }
    if (forwardHigh < toA - fromB) {
      forward[origin + ++forwardHigh + 1] = -1;
    } else {
      forwardHigh--;
    }
    for (int d = forwardHigh; d >= forwardLow; d -= 2) {
      int below = forward[origin + d - 1];
      int above = forward[origin + d + 1];
      int start = below >= above ? below + 1 : above;
      int x = start;
      while (x < toA && x - d < toB && a[x] == b[x - d]) {
        x++;
      }
      longSnake |= x - start > SNAKE;
      forward[origin + d] = x;
      if (odd && backwardLow <= d && d <= backwardHigh && backward[origin + d] <= x) {
        return new Split(x, x - d, true, true);
      }
    }
    return null;
  }

  private @Nullable Split stepBackward(boolean odd) {
    if (backwardLow > fromA - toB) {
      backward[origin + --backwardLow - 1] = FAR;
    } else {
      backwardLow++;
    }
    if (backwardHigh < toA - fromB) {
      backward[origin + ++backwardHigh + 1] = FAR;
    } else {
      backwardHigh--;
    }
    for (int d = backwardHigh; d >= backwardLow; d -= 2) {
      int below = backward[origin + d - 1];
      int above = backward[origin + d + 1];
      int start = below < above ? below : above - 1;
      int x = start;
      while (x > fromA && x - d > fromB && a[x - 1] == b[x - d - 1]) {
        x--;
      }
      longSnake |= start - x > SNAKE;
      backward[origin + d] = x;
      if (!odd && forwardLow <= d && d <= forwardHigh && x <= forward[origin + d]) {
        return new Split(x, x - d, true, true);
      }
    }
    return null;
  }

  private @Nullable Split settle(int cost, int first, int last) {
    Split good = null;
    if (longSnake && cost > COSTLY) {
      good = farForward(cost, first);
      if (good == null) {
        good = farBackward(cost, last);
      }
    }
    return good == null && cost >= limit ? furthest() : good;
  }

  /** Looks for a path that got far for its cost and ends in a long run of equal lines. */
  private @Nullable Split farForward(int cost, int first) {
    Split found = null;
    int best = 0;
    for (int d = forwardHigh; d >= forwardLow; d -= 2) {
      int x = forward[origin + d];
      int y = x - d;
      int gain = x - fromA + y - fromB - Math.abs(d - first);
      boolean inside = fromA + SNAKE <= x && x < toA && fromB + SNAKE <= y && y < toB;
      if (gain > REACH * cost && gain > best && inside && equal(x - SNAKE, y - SNAKE)) {
        best = gain;
        found = new Split(x, y, true, false);
      }
    }
    return found;
  }

  private @Nullable Split farBackward(int cost, int last) {
    Split found = null;
    int best = 0;
    for (int d = backwardHigh; d >= backwardLow; d -= 2) {
      int x = backward[origin + d];
      int y = x - d;
      int gain = toA - x + toB - y - Math.abs(d - last);
      boolean inside = fromA < x && x <= toA - SNAKE && fromB < y && y <= toB - SNAKE;
      if (gain > REACH * cost && gain > best && inside && equal(x, y)) {
        best = gain;
        found = new Split(x, y, false, true);
      }
    }
    return found;
  }

  private boolean equal(int x, int y) {
    for (int i = 0; i < SNAKE; i++) {
      if (a[x + i] != b[y + i]) {
        return false;
      }
    }
    return true;
  }

  /** Gives up on the shortest script and takes the path that got furthest. */
  private Split furthest() {
    int ahead = -1;
    int aheadA = -1;
    for (int d = forwardHigh; d >= forwardLow; d -= 2) {
      int x = Math.min(Math.min(forward[origin + d], toA), toB + d);
      if (x + x - d > ahead) {
        ahead = x + x - d;
        aheadA = x;
      }
    }
    int behind = FAR;
    int behindA = FAR;
    for (int d = backwardHigh; d >= backwardLow; d -= 2) {
      int x = Math.max(Math.max(backward[origin + d], fromA), fromB + d);
      if (x + x - d < behind) {
        behind = x + x - d;
        behindA = x;
      }
    }
    return toA + toB - behind < ahead - (fromA + fromB)
        ? new Split(aheadA, ahead - aheadA, true, false)
        : new Split(behindA, behind - behindA, false, true);
  }
}
