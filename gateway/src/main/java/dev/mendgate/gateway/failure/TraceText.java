package dev.mendgate.gateway.failure;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text that may hold a stack trace, with what log shippers do to them undone: Windows
 * line ends, JSON records, escaped line breaks.
 *
 * @param lines the lines
 * @param cut whether the text was longer than the limit
 */
record TraceText(List<String> lines, boolean cut) {
  /** Characters that are looked at. */
  static final int MAX_CHARS = 4 << 20;

  /** How syslog daemons write a tab. */
  private static final String SYSLOG_TAB = "#011";

  private static final int MAX_JSON_DEPTH = 6;

  static TraceText of(String text) {
    boolean cut = text.length() > MAX_CHARS;
    List<String> lines = new ArrayList<>();
    String head = cut ? text.substring(0, MAX_CHARS) : text;
    head.lines().forEach(line -> add(lines, line));
    return new TraceText(List.copyOf(lines), cut);
  }

  private static void add(List<String> lines, String line) {
    String json = line.startsWith("{") ? traceInJson(line) : null;
    if (json != null) {
      json.lines().forEach(lines::add);
    } else if (holdsEscapedFrames(line)) {
      unescape(line).lines().forEach(lines::add);
    } else {
      lines.add(line.replace(SYSLOG_TAB, "\t"));
    }
  }

  private static boolean holdsEscapedFrames(String line) {
    return line.contains("\\tat ") || line.contains("\\n    at ") || line.contains("\\n  at ");
  }

  /** Returns the text of the JSON record that a trace or a piece of one is in, or null. */
  private static @Nullable String traceInJson(String line) {
    JsonElement element;
    try {
      element = JsonParser.parseString(line);
    } catch (JsonParseException e) {
      return null;
    }
    if (!element.isJsonObject()) {
      return null;
    }
    JsonElement docker = element.getAsJsonObject().get("log");
    if (docker != null && docker.isJsonPrimitive()) {
      return docker.getAsString();
    }
    return fieldWithFrames(element, 0);
  }

  private static @Nullable String fieldWithFrames(JsonElement element, int depth) {
    if (depth > MAX_JSON_DEPTH || !element.isJsonObject()) {
      return null;
    }
    for (Map.Entry<String, JsonElement> field : element.getAsJsonObject().entrySet()) {
      JsonElement value = field.getValue();
      if (!value.isJsonPrimitive()) {
        String inner = fieldWithFrames(value, depth + 1);
        if (inner != null) {
          return inner;
        }
      } else if (value.getAsJsonPrimitive().isString() && hasFrame(value.getAsString())) {
        return value.getAsString();
      }
    }
    return null;
  }

  private static boolean hasFrame(String text) {
    return text.contains("\tat ") || text.contains("\n    at ") || text.contains("\n  at ");
  }

  private static String unescape(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char next = c == '\\' && i + 1 < line.length() ? line.charAt(i + 1) : 0;
      switch (next) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '"', '\\', '/' -> out.append(next);
        default -> {
          out.append(c);
          continue;
        }
      }
      i++;
    }
    return out.toString();
  }
}
