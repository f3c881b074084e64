package dev.mendgate.gateway.source.diff;

/**
 * Moves each run of changed lines, where it can stand in several places, to the place git chooses:
 * beside a change of the other text, else where the indentation looks most natural.
 */
final class Slider {
  private static final int MAX_SLIDE = 100;

  private final Side side;
  private final Run run;
  private final Run other;

  private Slider(Side side, Side otherSide) {
    this.side = side;
    int from = Math.min(side.lowest(), otherSide.lowest());
    this.run = new Run(side, from);
    this.other = new Run(otherSide, from);
  }

  /** Settles all runs of one text; the other text's runs stay where they are. */
  static void settle(Side side, Side other) {
    Slider slider = new Slider(side, other);
    do {
      if (slider.run.end > slider.run.start) {
        slider.settleRun();
      }
    } while (slider.next());
  }

  /** Goes on to the next run; behind the common end there is none that was not settled. */
  private boolean next() {
    return run.end < side.highest() && run.next() && other.next();
  }

  private void settleRun() {
    int size;
    int earliest;
    boolean meetsOther;
    do {
      size = run.end - run.start;
      while (run.slideUp()) {
        other.previous();
      }
      earliest = run.end;
      meetsOther = other.end > other.start;
      while (run.slideDown()) {
        other.next();
        meetsOther |= other.end > other.start;
      }
    } while (size != run.end - run.start);
    if (run.end == earliest) {
      return;
    }
    if (meetsOther) {
      while (other.end == other.start) {
        slideUp();
      }
      return;
    }
    int best = bestEnd(earliest, size);
    while (run.end > best) {
      slideUp();
    }
  }

  private void slideUp() {
    run.slideUp();
    other.previous();
  }

  private int bestEnd(int earliest, int size) {
    int from = Math.max(Math.max(earliest, run.end - size - 1), run.end - MAX_SLIDE);
    int best = -1;
    IndentScore bestScore = null;
    for (int end = from; end <= run.end; end++) {
      IndentScore score = new IndentScore();
      score.add(side, end);
      score.add(side, end - size);
      if (bestScore == null || score.compareTo(bestScore) <= 0) {
        best = end;
        bestScore = score;
      }
    }
    return best;
  }

  /** A longest run of changed lines, empty between two unchanged ones. */
  private static final class Run {
    private final Side side;
    private int start;
    private int end;

    Run(Side side, int from) {
      this.side = side;
      this.start = from;
      this.end = endFrom(from);
    }

    private int endFrom(int line) {
      int at = line;
      while (at < side.count && side.changed[at]) {
        at++;
      }
      return at;
    }

    private int startFrom(int line) {
      int at = line;
      while (at > 0 && side.changed[at - 1]) {
        at--;
      }
      return at;
    }

    boolean next() {
      if (end == side.count) {
        return false;
      }
      start = end + 1;
      end = endFrom(start);
      return true;
    }

    void previous() {
      if (start > 0) {
        end = start - 1;
        start = startFrom(end);
      }
    }

    boolean slideUp() {
      if (start == 0 || !side.same(start - 1, end - 1)) {
        return false;
      }
      side.slideTo(--start);
      side.changed[--end] = false;
      start = startFrom(start);
      return true;
    }

    boolean slideDown() {
      if (end == side.count || !side.same(start, end)) {
        return false;
      }
      side.changed[start++] = false;
      side.slideTo(end++);
      end = endFrom(end);
      return true;
    }
  }
}
