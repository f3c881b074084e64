package dev.mendgate.gateway.pattern;

import java.util.List;
import java.util.regex.Pattern;

/** Tells the lines of a printed Java stack trace from lines of a message. */
final class TraceLines {
  private static final Pattern FRAME = Pattern.compile("\\s*at [^ (]{3,500}+[^(]{0,200}+\\(.*");
  private static final Pattern COMMON = Pattern.compile("\\s*\\.\\.\\. \\d{1,7} \\S.*");
  private static final Pattern LINK =
      Pattern.compile("\\s*(?:Caused by: |Suppressed: |Wrapped by: |\\[CIRCULAR REFERENCE).*");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:Exception in thread \"[^\"]{0,200}\" )?"
              + "(?:[\\p{L}_$][\\w$]{0,200}\\.){1,30}[\\p{L}_$][\\w$]{0,200}(?::.*|\\s*)");

  private TraceLines() {}

  static boolean isTrace(String line) {
    return FRAME.matcher(line).matches()
        || COMMON.matcher(line).matches()
        || LINK.matcher(line).matches();
  }

  static boolean isHeader(String line) {
    return HEADER.matcher(line).matches();
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
}
