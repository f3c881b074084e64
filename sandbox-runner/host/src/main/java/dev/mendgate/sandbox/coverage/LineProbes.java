package dev.mendgate.sandbox.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that were probed in one overlay; a probe's number is its index here. Several pieces of
 * code of one line share a probe.
 */
public final class LineProbes {
  private final Map<SourceLine, Integer> numbers = new LinkedHashMap<>();

  /**
   * A line of a source.
   *
   * @param path in the tree, with {@code /}
   * @param line from 1
   */
  public record SourceLine(String path, int line) {}

  /** Returns the number of a line's probe; the same for every call with that line. */
  int numberOf(String path, int line) {
    return numbers.computeIfAbsent(new SourceLine(path, line), l -> numbers.size());
  }

  /** Returns how many lines have code, and so a probe. */
  public int size() {
    return numbers.size();
  }

  /** Returns the probed lines, in the order of their numbers. */
  public List<SourceLine> lines() {
    return List.copyOf(numbers.keySet());
  }
}
