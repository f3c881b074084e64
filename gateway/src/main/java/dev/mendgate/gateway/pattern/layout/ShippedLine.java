package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.Nullable;

/**
 * Where the text of a line begins, behind what a container runtime, syslog or journald put before
 * it.
 *
 * @param stream names the source among several in one file; empty where nothing tells
 * @param timestamp the shipper's; null where it has none
 * @param start index of the text
 * @param partial the text goes on in the next line of the stream
 * @param tagged the stream is a program's among others of any kind
 */
public record ShippedLine(
    String stream, @Nullable String timestamp, int start, boolean partial, boolean tagged) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PREFIX = 700;
  private static final ShippedLine NONE = new ShippedLine("", null, 0, false, false);

  /** Reads a line from {@code from} on, where words to skip end. */
  public static ShippedLine of(String line, LineShape shape) {
    int from = shape.skip(line, 0);
    String stream = "";
    int bar = from == 0 ? composeBar(line) : -1;
    if (bar > 0) {
      stream = line.substring(0, bar).stripTrailing();
      from = Math.min(line.length(), bar + 2);
    } else if (from == 0 && line.startsWith("[pod/")) {
      int end = line.indexOf("] ");
      if (end > 0 && end < LONGEST_NAME * 2) {
        stream = line.substring(0, end);
        from = end + 2;
      }
    }
    ShippedLine inner = prefixed(line, from);
    if (inner != null) {
      String name = stream.isEmpty() ? inner.stream : stream;
      return new ShippedLine(name, inner.timestamp, inner.start, inner.partial, inner.tagged);
    }
    if (from == 0 || stream.isEmpty()) {
      return NONE;
    }
    return new ShippedLine(stream, null, from, false, false);
  }

  /** Returns the bar behind {@code web-1 | } of docker-compose; -1 without one. */
  private static int composeBar(String line) {
    int limit = Math.min(line.length(), LONGEST_NAME);
    int name = 0;
    while (name < limit && isName(line.charAt(name))) {
      name++;
    }
    int bar = name;
    while (bar < limit && line.charAt(bar) == ' ') {
      bar++;
    }
    boolean numbered =
        name > 2 && bar > name && Scanner.isDigit(line.charAt(name - 1)) && hasName(line, name);
    boolean spaced = bar < limit && line.charAt(bar) == '|';
    return numbered && spaced && (bar + 1 == line.length() || line.charAt(bar + 1) == ' ')
        ? bar
        : -1;
  }

  /** The number of the container comes behind a name and a dash or underscore. */
  private static boolean hasName(String line, int end) {
    int digits = end;
    while (digits > 0 && Scanner.isDigit(line.charAt(digits - 1))) {
      digits--;
    }
    return digits > 1
        && "-_".indexOf(line.charAt(digits - 1)) >= 0
        && (Scanner.isLetter(line.charAt(0)) || line.indexOf('-') != 4);
  }

  private static boolean isName(char c) {
    return Scanner.isLetter(c) || Scanner.isDigit(c) || "._-".indexOf(c) >= 0;
  }

  private static @Nullable ShippedLine prefixed(String line, int from) {
    if (from >= line.length()) {
      return null;
    }
    char first = line.charAt(from);
    boolean iso8601 = from + 10 < line.length() && line.charAt(from + 10) == 'T';
    if (Scanner.isDigit(first) && !iso8601) {
      return null;
    }
    boolean priority = first == '<';
    int stamp = priority ? priorityEnd(line, from) : from;
    boolean version = priority && line.startsWith("1 ", stamp);
    stamp += version ? 2 : 0;
    int end = Timestamps.end(line, stamp);
    if (end == stamp) {
      return null;
    }
    String timestamp = line.substring(stamp, end);
    ShippedLine container = container(line, end, timestamp);
    if (container != null) {
      return container;
    }
    if (version) {
      return structured(line, end, timestamp);
    }
    boolean monthFirst = Scanner.isLetter(line.charAt(stamp)) && line.charAt(stamp + 3) == ' ';
    boolean iso = timestamp.indexOf('T') == 10;
    return priority || iso || (monthFirst && end - stamp < 24)
        ? tagged(line, end, timestamp)
        : null;
  }

  private static int priorityEnd(String line, int from) {
    Scanner s = new Scanner(line, from + 1, from + 6);
    return s.digits(1, 3) && s.take(">") ? s.at : from;
  }

  /** Reads {@code stdout F } of a container runtime, or a second timestamp. */
  private static @Nullable ShippedLine container(String line, int end, String timestamp) {
    if (!line.startsWith(" ", end)) {
      return null;
    }
    if (line.startsWith("std", end + 1) && end + 10 <= line.length()) {
      String stream = line.substring(end + 1, end + 7);
      char flag = line.charAt(end + 8);
      boolean known = stream.equals("stdout") || stream.equals("stderr");
      if (known && line.charAt(end + 7) == ' ' && (flag == 'F' || flag == 'P')) {
        return new ShippedLine(
            stream, timestamp, Math.min(line.length(), end + 10), flag == 'P', false);
      }
    }
    boolean again = timestamp.endsWith("Z") && Timestamps.end(line, end + 1) > end + 1;
    return again ? new ShippedLine("", timestamp, end + 1, false, false) : null;
  }

  /** Reads the fields of RFC 5424 behind the timestamp. */
  private static @Nullable ShippedLine structured(String line, int end, String timestamp) {
    int at = end + 1;
    String name = "";
    for (int field = 0; field < 4; field++) {
      int space = line.indexOf(' ', at);
      if (space < 0 || space - end > LONGEST_PREFIX) {
        return null;
      }
      name = field == 1 ? line.substring(at, space) : name;
      at = space + 1;
    }
    if (line.startsWith("-", at)) {
      at++;
    }
    while (line.startsWith("[", at)) {
      int close = line.indexOf(']', at);
      if (close < 0 || close - end > LONGEST_PREFIX) {
        return null;
      }
      at = close + 1;
    }
    at += line.startsWith(" ", at) ? 1 : 0;
    at += line.startsWith("\ufeff", at) ? 1 : 0;
    return new ShippedLine(name, timestamp, at, false, true);
  }

  /** Reads {@code host tag[pid]: } of RFC 3164 and journald. */
  private static @Nullable ShippedLine tagged(String line, int end, String timestamp) {
    int limit = Math.min(line.length(), end + LONGEST_PREFIX);
    int host = end + 1;
    int tag = line.indexOf(' ', host) + 1;
    boolean named = line.startsWith(" ", end) && tag > host + 1 && tag < limit;
    if (!named) {
      return null;
    }
    int colon = line.indexOf(':', tag);
    while (colon > 0 && colon + 1 < line.length() && line.charAt(colon + 1) != ' ') {
      colon = line.indexOf(':', colon + 1);
    }
    if (colon <= tag || colon > tag + LONGEST_NAME || !isTag(line, tag, colon)) {
      return null;
    }
    if (line.charAt(colon - 1) != ']' && !isHost(line, host, tag - 1)) {
      return null;
    }
    int start = Math.min(line.length(), colon + 2);
    return new ShippedLine(line.substring(tag, colon), timestamp, start, false, true);
  }

  private static boolean isHost(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isName(line.charAt(i)) && "/@:".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return Levels.end(line, from) != to;
  }

  /** A program's name, possibly with a process and one more in parentheses. */
  private static boolean isTag(String line, int from, int to) {
    int depth = 0;
    boolean process = false;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      process |= c == ']' || c == ')';
      boolean name = isName(c) || "/@:#[]()".indexOf(c) >= 0 || depth > 0;
      if (!name && c != ' ') {
        return false;
      }
      boolean version = c == ' ' && Scanner.isDigit(line.charAt(i + 1));
      boolean open = c == ' ' && depth == 0 && !process && !version && line.indexOf('[', i) < 0;
      if (open || (c == ' ' && process && !line.startsWith("(", i + 1))) {
        return false;
      }
    }
    return depth == 0;
  }
}
