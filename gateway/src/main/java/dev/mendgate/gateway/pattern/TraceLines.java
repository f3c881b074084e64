package dev.mendgate.gateway.pattern;

import java.util.List;
import java.util.regex.Pattern;

/** Tells the lines of a printed Java stack trace from lines of a message. */
final class TraceLines {
  private static final int LONGEST_NAME = 700;
  private static final String THREAD = "Exception in thread \"";
  private static final String[] LINKS = {
    "Caused by: ", "Suppressed: ", "Wrapped by: ", "[CIRCULAR REFERENCE"
  };
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:Exception in thread \"[^\"]{0,200}\" )?"
              + "(?:[\\p{L}_$][\\w$]{0,200}\\.){1,30}[\\p{L}_$][\\w$]{0,200}(?::.*|\\s*)",
          Pattern.DOTALL);

  private TraceLines() {}

  /** Returns whether the line can only be part of a trace: a frame, what is left out, a cause. */
  static boolean isTrace(String line) {
    int at = textStart(line, 0);
    if (line.startsWith("! ", at)) {
      at = textStart(line, at + 1);
    }
    if (at >= line.length()) {
      return false;
    }
    return switch (line.charAt(at)) {
      case 'a' -> line.startsWith("at ", at) && isFrame(line, at + 3);
      case '.' -> isOmission(line, at);
      case 'C', 'S', 'W', '[' -> isLink(line, at);
      default -> false;
    };
  }

  private static int textStart(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** A frame is a qualified name and a place in parentheses. */
  private static boolean isFrame(String line, int from) {
    int limit = Math.min(line.length(), from + LONGEST_NAME);
    boolean dotted = false;
    for (int i = from; i < limit; i++) {
      char c = line.charAt(i);
      if (c == '(') {
        return dotted && i > from + 2;
      }
      if (!dotted && c == ' ') {
        return false;
      }
      dotted |= c == '.' || c == '$';
    }
    return false;
  }

  /** Reads {@code ... 12 more} and {@code ... 5 common frames omitted}. */
  private static boolean isOmission(String line, int from) {
    int at = from + 4;
    while (at < line.length() && Character.isDigit(line.charAt(at))) {
      at++;
    }
    return line.startsWith("... ", from) && at > from + 4 && line.startsWith(" ", at);
  }

  private static boolean isLink(String line, int from) {
    for (String link : LINKS) {
      if (line.startsWith(link, from)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the line may start a trace: a qualified class, its message or nothing. */
  static boolean isHeader(String line) {
    String text = line.startsWith("! ") ? line.substring(2) : line;
    return HEADER.matcher(text).matches();
  }

  /** Returns whether the line is the JVM's report of an uncaught exception. */
  static boolean isUncaught(String line) {
    return line.startsWith(THREAD) && isHeader(line);
  }

  /** Returns the index at which the trace among the lines behind a message starts. */
  static int start(List<String> lines) {
    int frame = 0;
    while (frame < lines.size() && !isTrace(lines.get(frame))) {
      frame++;
    }
    for (int i = frame - 1; i >= 0 && frame < lines.size(); i--) {
      if (isHeader(lines.get(i))) {
        return i;
      }
    }
    return frame;
  }

  /**
   * Returns where the exception begins that a layout puts behind the message, on its line: behind
   * {@code ": "} or {@code "=> "}; -1 where there is none.
   */
  static int inlineHeader(String message) {
    for (int at = 0; at >= 0 && at < message.length(); at = message.indexOf(' ', at) + 1) {
      boolean first = at == 0;
      boolean divided =
          first || message.startsWith(": ", at - 2) || message.startsWith("=> ", at - 3);
      if (divided && isThrowable(message, at)) {
        return at;
      }
      if (message.indexOf(' ', at) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isThrowable(String message, int from) {
    int end = from;
    boolean dotted = false;
    while (end < message.length()
        && (Character.isJavaIdentifierPart(message.charAt(end)) || message.charAt(end) == '.')) {
      dotted |= message.charAt(end) == '.';
      end++;
    }
    boolean ends = end == message.length() || message.startsWith(": ", end);
    String name = message.substring(from, end);
    return dotted
        && ends
        && (name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Throwable"));
  }
}
