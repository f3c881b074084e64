package dev.mendgate.gateway.failure;

/** What a log shipper puts before every line: the same text, or digits that differ. */
final class LinePrefix {
  private LinePrefix() {}

  /** Returns the prefix of a frame line: what stands before {@code at}, without indentation. */
  static String of(FrameLine frame) {
    String prefix = frame.prefix();
    int end = prefix.length();
    while (end > 0 && Character.isWhitespace(prefix.charAt(end - 1))) {
      end--;
    }
    return prefix.substring(0, end);
  }

  /** Returns where the line's own text begins: behind the prefix and one space, or at 0. */
  static int end(String line, String prefix) {
    if (prefix.isEmpty() || line.length() < prefix.length()) {
      return 0;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (shape(line.charAt(i)) != shape(prefix.charAt(i))) {
        return 0;
      }
    }
    int end = prefix.length();
    return end < line.length() && line.charAt(end) == ' ' ? end + 1 : end;
  }

  private static char shape(char c) {
    return Character.isDigit(c) ? '0' : c;
  }
}
