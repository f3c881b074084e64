package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds which lines of an edit came from which lines that it replaced, as {@code git blame
 * --ignore-rev} does since git 2.23: the pair that is surest, lines near each other alone being
 * compared, parts the edit in two that are matched likewise, for lines keep their order; a line
 * that shares enough with one that was matched already may have come from it too. For one thread.
 */
final class Resemblance {
  private static final int REACH = 10;
  private static final int DISTANCE_WEIGHT = 1000;
  private static final int LEAST_SHARED = 10;
  private static final int UNKNOWN = -1;
  private static final int NOTHING_LIKE_IT = -2;

  /** Edits with more new lines than this are not matched, for the time that takes. */
  private static final int MAX_LINES = 20_000;

  /** Pairs of lines that are compared for the leftover lines of a text. */
  private static final long MAX_COMPARED = 100_000_000;

  private final BytePairs before;
  private final BytePairs after;
  private final int startA;
  private final int lengthA;
  private final int startB;
  private final int lengthB;
  private final int reachA;
  private final int reachB;
  private final int[] likeness;
  private final int[] certainty;
  private final int[] best;
  private final int[] second;

  /** Lines of both sides, those of the new one counted from the edit's first. */
  private record Box(int fromA, int toA, int fromB, int toB) {}

  private Resemblance(BytePairs before, BytePairs after, Edits edits, int edit) {
    this.before = before;
    this.after = after;
    this.startA = edits.beginA(edit);
    this.lengthA = edits.endA(edit) - startA;
    this.startB = edits.beginB(edit);
    this.lengthB = edits.endB(edit) - startB;
    this.reachA = Math.min(REACH, lengthA - 1);
    this.reachB = (int) (((2L * reachA + 1) * lengthB - 1) / lengthA);
    this.likeness = new int[Math.multiplyExact(lengthB, width())];
    this.certainty = new int[lengthB];
    this.best = new int[lengthB];
    this.second = new int[lengthB];
    Arrays.fill(likeness, UNKNOWN);
    Arrays.fill(certainty, UNKNOWN);
    Arrays.fill(best, -1);
    Arrays.fill(second, -1);
  }

  /**
   * Returns for each new line the old line it came from, -1 for none, for the edits that begin
   * before a line. The old lines lose what was found in new ones.
   */
  static int[] match(BytePairs before, BytePairs after, Edits edits, int end) {
    int[] likes = new int[after.lines()];
    Arrays.fill(likes, -1);
    long compared = 0;
    for (int i = 0; i < edits.count() && edits.beginB(i) < end; i++) {
      int length = edits.endB(i) - edits.beginB(i);
      if (edits.endA(i) > edits.beginA(i) && length > 0 && length <= MAX_LINES) {
        int[] found = new Resemblance(before, after, edits, i).match();
        System.arraycopy(found, 0, likes, edits.beginB(i), length);
      }
      for (int b = edits.beginB(i); b < edits.endB(i) && length <= MAX_LINES; b++) {
        compared += likes[b] < 0 ? before.lines() : 0;
        if (likes[b] < 0 && compared <= MAX_COMPARED) {
          likes[b] = anyLike(before, after, b);
        }
      }
    }
    return likes;
  }

  /**
   * Returns the old line of the whole file that shares most with a new one, the nearest of them.
   */
  private static int anyLike(BytePairs before, BytePairs after, int line) {
    int most = LEAST_SHARED;
    int found = -1;
    for (int a = 0; a < before.lines(); a++) {
      int shared = before.shared(a, after, line);
      boolean nearer = found < 0 || Math.abs(a - line) <= Math.abs(found - line);
      if (shared > most || (shared == most && nearer)) {
        most = shared;
        found = a;
      }
    }
    return found;
  }

  private int[] match() {
    Deque<Box> open = new ArrayDeque<>();
    open.push(new Box(startA, startA + lengthA, 0, lengthB));
    while (!open.isEmpty()) {
      part(open.pop(), open);
    }
    return best;
  }

  private void part(Box box, Deque<Box> open) {
    int surest = -1;
    for (int b = box.fromB; b < box.toB; b++) {
      if (certainty[b] == UNKNOWN) {
        rate(b, box);
      }
      if (certainty[b] >= 0 && (surest < 0 || certainty[b] > certainty[surest])) {
        surest = b;
      }
    }
    if (surest < 0) {
      return;
    }
    int a = best[surest];
    before.remove(a, after, startB + surest);
    forget(surest, a, box);
    if (surest + 1 < box.toB) {
      open.push(new Box(a, box.toA, surest + 1, box.toB));
    }
    if (surest > box.fromB) {
      open.push(new Box(box.fromA, a + 1, box.fromB, surest));
    }
  }

  /** Finds the old line that a new one is most like, and how sure that is. */
  private void rate(int b, Box box) {
    int centre = opposite(b);
    int highest = 0;
    int next = 0;
    best[b] = box.fromA;
    second[b] = box.fromA;
    int to = Math.min(box.toA, centre + reachA + 1);
    for (int a = Math.max(box.fromA, centre - reachA); a < to; a++) {
      int like = likeness(b, a, centre);
      if (like > highest) {
        next = highest;
        second[b] = best[b];
        highest = like;
        best[b] = a;
      } else if (like > next) {
        next = like;
        second[b] = a;
      }
    }
    certainty[b] = highest == 0 ? NOTHING_LIKE_IT : 2 * highest - next;
    best[b] = highest == 0 ? -1 : best[b];
  }

  private int likeness(int b, int a, int centre) {
    int at = b * width() + a - centre + reachA;
    if (likeness[at] == UNKNOWN) {
      int shared = before.shared(a, after, startB + b);
      likeness[at] = shared * (DISTANCE_WEIGHT - Math.abs(a - centre));
    }
    return likeness[at];
  }

  /** Forgets what is not so any more once a new line was found to have come from an old one. */
  private void forget(int matched, int a, Box box) {
    int to = Math.min(box.toB, matched + reachB + 1);
    for (int b = Math.max(box.fromB, matched - reachB); b < to; b++) {
      int offset = a - opposite(b);
      if (Math.abs(offset) <= reachA) {
        likeness[b * width() + offset + reachA] = UNKNOWN;
      }
      boolean crosses =
          b < matched ? best[b] >= a || second[b] >= a : best[b] <= a || second[b] <= a;
      if (b != matched && certainty[b] >= 0 && crosses) {
        certainty[b] = UNKNOWN;
      }
    }
  }

  /** Returns the old line that stands where a new one does, were the edit's sides equally long. */
  private int opposite(int b) {
    return (int) ((b * 2L + 1) * lengthA / (lengthB * 2L)) + startA;
  }

  private int width() {
    return 2 * reachA + 1;
  }
}
