package dev.mendgate.gateway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The blame of one file, held as runs of lines that came from one commit in one piece.
 *
 * @param runs in order of their lines, without gaps, the first from line 1
 */
public record FileBlame(List<Run> runs) {
  /**
   * Lines that were written together.
   *
   * @param first first line in the blamed file, from 1
   * @param length number of lines, at least 1
   * @param origin blame of the first of them
   */
  public record Run(int first, int length, BlamedLine origin) {
    private BlamedLine line(int line) {
      return new BlamedLine(
          origin.commit(),
          origin.authorName(),
          origin.authorMail(),
          origin.authoredAt(),
          origin.committedAt(),
          origin.originalPath(),
          origin.originalLine() + line - first,
          origin.summary());
    }

    private boolean continues(Run before) {
      return origin.equals(before.line(first)) && before.first + before.length == first;
    }
  }

  /** Joins runs that continue each other. */
  public FileBlame {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      int last = joined.size() - 1;
      if (last >= 0 && run.continues(joined.get(last))) {
        Run before = joined.get(last);
        joined.set(last, new Run(before.first, before.length + run.length, before.origin));
      } else {
        joined.add(run);
      }
    }
    runs = List.copyOf(joined);
  }

  /** Returns the number of lines; a last line without an ending counts. */
  public int lines() {
    return runs.isEmpty()
        ? 0
        : runs.get(runs.size() - 1).first + runs.get(runs.size() - 1).length - 1;
  }

  /**
   * Returns the blame of a line, from 1 to {@link #lines()}.
   *
   * @throws IndexOutOfBoundsException where there is no such line
   */
  public BlamedLine line(int line) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).first <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Run run = runs.get(low);
    if (line < run.first || line >= run.first + run.length) {
      throw new IndexOutOfBoundsException("no line " + line);
    }
    return run.line(line);
  }

  /** Returns the blame of every line, in order. */
  public List<BlamedLine> all() {
    return runs.stream()
        .flatMap(run -> IntStream.range(0, run.length).mapToObj(i -> run.line(run.first + i)))
        .toList();
  }
}
