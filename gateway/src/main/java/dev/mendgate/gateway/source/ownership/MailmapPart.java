package dev.mendgate.gateway.source.ownership;

import org.jspecify.annotations.Nullable;

/**
 * One {@code Name <mail>} of a line.
 *
 * @param name null where there is none before the bracket
 * @param mail as it stands between the brackets, spaces included
 * @param end index in the line behind the closing bracket
 */
record MailmapPart(@Nullable String name, String mail, int end) {
  /** Reads the next part; null where there are no two brackets any more. */
  static @Nullable MailmapPart read(String line, int from) {
    int open = line.indexOf('<', from);
    int close = open < 0 ? -1 : line.indexOf('>', open);
    if (close < 0) {
      return null;
    }
    int start = from;
    while (start < open && isSpace(line.charAt(start))) {
      start++;
    }
    int end = open;
    while (end > start && isSpace(line.charAt(end - 1))) {
      end--;
    }
    String name = start == end ? null : line.substring(start, end);
    return new MailmapPart(name, line.substring(open + 1, close), close + 1);
  }

  /** What git takes for white space. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
