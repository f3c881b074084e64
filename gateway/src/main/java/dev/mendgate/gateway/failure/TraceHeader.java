package dev.mendgate.gateway.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that names a throwable and starts its message.
 *
 * @param type class name as printed
 * @param message first line of the message; null where there is none
 * @param start offset of the class name in the line
 */
record TraceHeader(String type, @Nullable String message, int start) {
  private static final List<String> ENDINGS =
      List.of("Exception", "Error", "Throwable", "Failure", "Fault", "ThreadDeath");
  private static final int MAX_LENGTH = 65_536;

  /**
   * Finds the leftmost word of the line that is named like a throwable, or returns null. A name
   * without package counts only at {@code from}, the start of the line's own text.
   */
  static @Nullable TraceHeader find(String line, int from) {
    int end = Math.min(line.length(), MAX_LENGTH);
    int i = from;
    while (i < end) {
      if (!Character.isJavaIdentifierStart(line.charAt(i))) {
        i++;
        continue;
      }
      int wordEnd = wordEnd(line, i, end);
      String word = line.substring(i, wordEnd);
      boolean qualified = word.indexOf('.') > 0;
      if (namesThrowable(word) && (qualified || i == from) && endsName(line, wordEnd)) {
        return new TraceHeader(word, message(line, wordEnd), i);
      }
      i = wordEnd + 1;
    }
    return null;
  }

  /** Reads a class name of any kind at {@code from}, as behind {@code Caused by:}. */
  static @Nullable TraceHeader at(String line, int from) {
    if (from >= line.length() || !Character.isJavaIdentifierStart(line.charAt(from))) {
      return null;
    }
    int wordEnd = wordEnd(line, from, line.length());
    return new TraceHeader(line.substring(from, wordEnd), message(line, wordEnd), from);
  }

  /** Reads a qualified class name that fills the line or is followed by a colon. */
  static @Nullable TraceHeader plainAt(String line, int from) {
    TraceHeader header = at(line, from);
    if (header == null || header.type.indexOf('.') <= 0) {
      return null;
    }
    String simple = header.type.substring(header.type.lastIndexOf('.') + 1);
    int end = from + header.type.length();
    boolean ends = line.substring(end).isBlank() || line.startsWith(": ", end);
    return ends && !simple.isEmpty() && Character.isUpperCase(simple.charAt(0)) ? header : null;
  }

  private static int wordEnd(String line, int from, int end) {
    int i = from;
    while (i < end && isNamePart(line, i, end)) {
      i++;
    }
    return i;
  }

  private static boolean isNamePart(String line, int i, int end) {
    char c = line.charAt(i);
    if (c == '.') {
      return i + 1 < end && Character.isJavaIdentifierStart(line.charAt(i + 1));
    }
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private static boolean endsName(String line, int end) {
    return end == line.length() || "-@/#".indexOf(line.charAt(end)) < 0;
  }

  private static boolean namesThrowable(String word) {
    String simple = word.substring(word.lastIndexOf('.') + 1);
    for (String part : simple.split("\\$")) {
      for (String ending : ENDINGS) {
        if (part.endsWith(ending) && Character.isUpperCase(part.charAt(0))) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable String message(String line, int end) {
    String rest = line.substring(end);
    String message = rest.startsWith(":") ? rest.substring(1) : rest;
    message = message.startsWith(" ") ? message.substring(1) : message;
    return message.isBlank() ? null : message;
  }
}
