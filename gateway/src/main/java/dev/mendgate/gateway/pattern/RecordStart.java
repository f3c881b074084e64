package dev.mendgate.gateway.pattern;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the first line of a log record from the lines that continue one. */
public final class RecordStart {
  static final Set<String> LEVELS =
      Set.of(
          "TRACE",
          "DEBUG",
          "INFO",
          "WARN",
          "WARNING",
          "ERROR",
          "FATAL",
          "SEVERE",
          "CONFIG",
          "FINE",
          "FINER",
          "FINEST",
          "CRITICAL",
          "NOTICE");

  private static final String FRACTION_AND_ZONE =
      "(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})\\b)?";
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}[T _]\\d{2}[:.]\\d{2}[:.]\\d{2}"
              + "|\\d{2,4}[-/. ](?:\\d{2}|[A-Z][a-z]{2})[-/. ]\\d{2,4}[ T]\\d{2}:\\d{2}:\\d{2}"
              + "|(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} [ \\d]?\\d,? (?:\\d{4},? )?"
              + "\\d{1,2}:\\d{2}:\\d{2}(?: [AP]M)?(?: [A-Z]{3,4})?(?: \\d{4}\\b)?"
              + "|\\d{2}:\\d{2}:\\d{2}"
              + "|\\d{10}(?:\\d{3})?(?=[. ])"
              + "|\\d{6} \\d{6}(?= ))"
              + FRACTION_AND_ZONE);

  private RecordStart() {}

  /** Returns whether a record begins on this line: with a timestamp or with a level. */
  public static boolean isAt(String line) {
    int from = line.startsWith("[") ? 1 : 0;
    return timestampEnd(line, from) > from || levelEnd(line, from) > from;
  }

  /** Returns where the timestamp that starts at {@code from} ends; {@code from} without one. */
  static int timestampEnd(String line, int from) {
    Matcher matcher = TIMESTAMP.matcher(line).region(from, Math.min(line.length(), from + 64));
    return matcher.lookingAt() ? matcher.end() : from;
  }

  /** Returns where the level that starts at {@code from} ends; {@code from} without one. */
  static int levelEnd(String line, int from) {
    int end = from;
    while (end < line.length() && end - from < 9 && Character.isUpperCase(line.charAt(end))) {
      end++;
    }
    boolean ends = end == line.length() || " :]|\t".indexOf(line.charAt(end)) >= 0;
    return ends && LEVELS.contains(line.substring(from, end)) ? end : from;
  }
}
