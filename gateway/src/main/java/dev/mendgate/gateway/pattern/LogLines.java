package dev.mendgate.gateway.pattern;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a log, without terminal colours; what lies beyond a limit is dropped. */
final class LogLines {
  private static final int BUFFER = 32_768;
  private static final char ESCAPE = '\u001b';

  private final Reader in;
  private final int maxLine;
  private final char[] buffer = new char[BUFFER];
  private final Deque<String> ahead = new ArrayDeque<>();
  private int from;
  private int to;
  private boolean first = true;
  private long number;

  LogLines(Reader in, int maxLine) {
    this.in = in;
    this.maxLine = maxLine;
  }

  /** Returns the number of the line returned last, from 1. */
  long number() {
    return number;
  }

  /** Returns the next line, or null at the end. */
  @Nullable String next() throws IOException {
    String line = ahead.isEmpty() ? readLine() : ahead.poll();
    number += line == null ? 0 : 1;
    return line;
  }

  /** Returns the line that comes next, and stays next; null where there is none. */
  @Nullable String peek() throws IOException {
    if (ahead.isEmpty()) {
      String line = readLine();
      if (line != null) {
        ahead.add(line);
      }
      return line;
    }
    return ahead.peek();
  }

  /**
   * Returns up to so many lines that come next, and stay next, of no more than so many characters
   * together, except for the last of them.
   */
  List<String> peek(int lines, int characters) throws IOException {
    List<String> found = new ArrayList<>();
    int length = 0;
    for (String line : ahead) {
      if (found.size() == lines || length > characters) {
        return found;
      }
      found.add(line);
      length += line.length();
    }
    while (found.size() < lines && length <= characters) {
      String line = readLine();
      if (line == null) {
        return found;
      }
      ahead.add(line);
      found.add(line);
      length += line.length();
    }
    return found;
  }

  private @Nullable String readLine() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    StringBuilder parts = null;
    do {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      boolean whole = end < to;
      if (whole && parts == null) {
        int start = from;
        from = end + 1;
        return line(new String(buffer, start, Math.min(end - start, maxLine + 1)));
      }
      parts = parts == null ? new StringBuilder() : parts;
      parts.append(buffer, from, Math.min(end - from, maxLine + 1 - parts.length()));
      from = whole ? end + 1 : end;
      if (whole) {
        return line(parts.toString());
      }
    } while (fill());
    return line(parts.toString());
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer, 0, BUFFER));
    return to > 0;
  }

  private String line(String read) {
    int start = first && read.startsWith("\ufeff") ? 1 : 0;
    first = false;
    int end = read.endsWith("\r") ? read.length() - 1 : read.length();
    String line = read.substring(start, Math.max(start, Math.min(end, start + maxLine)));
    return line.indexOf(ESCAPE) < 0 ? line : withoutColours(line);
  }

  /** Drops the control sequences of terminals: an escape, a bracket, and all up to a letter. */
  private static String withoutColours(String line) {
    StringBuilder out = new StringBuilder(line.length());
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) != ESCAPE) {
        out.append(line.charAt(at++));
        continue;
      }
      at++;
      if (at < line.length() && line.charAt(at) == '[') {
        at++;
        while (at < line.length() && line.charAt(at) < '@') {
          at++;
        }
        at++;
      }
    }
    return out.toString();
  }
}
