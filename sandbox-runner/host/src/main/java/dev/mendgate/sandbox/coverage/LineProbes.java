package dev.mendgate.sandbox.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that were probed in one overlay; a probe's number is its index here. Several pieces of
 * code of one line share a probe.
 */
public final class LineProbes {
  private final List<SourceLine> lines = new ArrayList<>();

  /**
   * A line of a source.
   *
   * @param path in the tree, with {@code /}
   * @param line from 1
   */
  public record SourceLine(String path, int line) {}

  /** Returns the number of a line's probe; the same for every call with that line. */
  int numberOf(String path, int line) {
    SourceLine wanted = new SourceLine(path, line);
    int known = lines.indexOf(wanted);
    if (known >= 0) {
      return known;
    }
    lines.add(wanted);
    return lines.size() - 1;
  }

  /** Returns how many lines have code, and so a probe. */
  public int size() {
    return lines.size();
  }

  /** Returns the probed lines, in the order of their numbers. */
  public List<SourceLine> lines() {
    return List.copyOf(lines);
  }
}
