package dev.mendgate.fixer.source;

import com.github.javaparser.Position;
import java.util.Arrays;

/** Offsets of the first character of each line; a line ends with LF, CRLF or a lone CR. */
public final class LineStarts {
  private final int[] starts;

  private LineStarts(int[] starts) {
    this.starts = starts;
  }

  /** Finds the line starts of a text. */
  public static LineStarts of(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (!ends) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return new LineStarts(Arrays.copyOf(starts, count));
  }

  /** Returns the number of lines, at least 1. */
  public int count() {
    return starts.length;
  }

  /** Returns the offset of a line's first character; lines count from 1. */
  public int start(int line) {
    return starts[line - 1];
  }

  /** Returns the offset of a position of the parser, whose lines and columns count from 1. */
  public int offset(Position position) {
    return starts[position.line - 1] + position.column - 1;
  }

  /** Returns the line, from 1, that holds an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
