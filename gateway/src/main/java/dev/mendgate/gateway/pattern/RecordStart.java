package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.Levels;
import dev.mendgate.gateway.pattern.layout.Timestamps;

/** Tells the first line of a log record from the lines that continue one. */
public final class RecordStart {
  private RecordStart() {}

  /** Returns whether a record begins on this line: with a timestamp or with a level. */
  public static boolean isAt(String line) {
    int from = line.startsWith("[") ? 1 : 0;
    return Timestamps.end(line, from) > from || Levels.end(line, from) > from;
  }
}
