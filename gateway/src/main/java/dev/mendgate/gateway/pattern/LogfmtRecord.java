package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.LogSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records written as {@code level=info msg="it failed" logger=a.B}. */
final class LogfmtRecord {
  private static final int MAX_FIELDS = 200;
  private static final String[] TEXT = {"msg", "message"};
  private static final String[] LEVEL = {"level", "lvl", "severity"};
  private static final String[] TIME = {"time", "ts", "timestamp", "t", "at"};
  private static final String[] LOGGER = {"logger", "logger_name", "component"};
  private static final String[] THREAD = {"thread", "thread_name"};
  private static final String[] CALLER = {"caller", "source"};

  private LogfmtRecord() {}

  /** Returns the record; null where the line has not both a level or time, and a message. */
  static @Nullable LogRecord read(String line, long number) {
    if (!mayBe(line)) {
      return null;
    }
    Map<String, String> fields = fields(line);
    String message = first(fields, TEXT);
    String level = first(fields, LEVEL);
    String time = first(fields, TIME);
    if (message == null || (level == null && time == null)) {
      return null;
    }
    return new LogRecord(
        number,
        time,
        level,
        first(fields, THREAD),
        first(fields, LOGGER),
        source(first(fields, CALLER)),
        null,
        message.strip(),
        List.of());
  }

  /** The line begins with a name and an equals sign, and has a message. */
  private static boolean mayBe(String line) {
    int at = 0;
    while (at < line.length() && at < 40 && isKey(line.charAt(at))) {
      at++;
    }
    return at > 0
        && at < line.length()
        && line.charAt(at) == '='
        && (line.contains("msg=") || line.contains("message="));
  }

  private static boolean isKey(char c) {
    return Character.isLetterOrDigit(c) || "_.-@".indexOf(c) >= 0;
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < line.length() && fields.size() < MAX_FIELDS) {
      int start = at;
      while (at < line.length() && isKey(line.charAt(at))) {
        at++;
      }
      if (at >= line.length() || line.charAt(at) != '=' || at == start) {
        at = next(line, at);
        continue;
      }
      StringBuilder value = new StringBuilder();
      String key = line.substring(start, at);
      at = value(line, at + 1, value);
      fields.putIfAbsent(key, value.toString());
    }
    return fields;
  }

  private static int next(String line, int from) {
    int space = line.indexOf(' ', from);
    return space < 0 ? line.length() : space + 1;
  }

  private static int value(String line, int from, StringBuilder out) {
    if (!line.startsWith("\"", from)) {
      int end = line.indexOf(' ', from);
      end = end < 0 ? line.length() : end;
      out.append(line, from, end);
      return Math.min(line.length(), end + 1);
    }
    int at = from + 1;
    while (at < line.length() && line.charAt(at) != '"') {
      boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
      at += escaped ? 1 : 0;
      char c = line.charAt(at++);
      out.append(escaped && c == 'n' ? '\n' : escaped && c == 't' ? '\t' : c);
    }
    return Math.min(line.length(), at + 2);
  }

  private static @Nullable LogSource source(@Nullable String caller) {
    int colon = caller == null ? -1 : caller.lastIndexOf(':');
    if (caller == null || colon < 1) {
      return null;
    }
    String line = caller.substring(colon + 1);
    boolean number =
        !line.isEmpty() && line.length() < 8 && line.chars().allMatch(Character::isDigit);
    return number
        ? new LogSource(null, null, caller.substring(0, colon), Integer.parseInt(line))
        : null;
  }

  private static @Nullable String first(Map<String, String> fields, String[] names) {
    for (String name : names) {
      if (fields.containsKey(name)) {
        return fields.get(name);
      }
    }
    return null;
  }
}
