package dev.mendgate.gateway.pattern;

/** Counts the braces of JSON that comes line by line. */
final class JsonNesting {
  private int depth;
  private boolean quoted;

  /** Reads one more line; no string of JSON goes over its end. */
  void read(String line) {
    quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else {
        quoted = c == '"';
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
  }

  boolean isClosed() {
    return depth == 0 && !quoted;
  }

  /** Returns whether no further line can close the object. */
  boolean isBroken() {
    return depth < 0 || quoted;
  }
}
