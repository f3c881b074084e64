package dev.mendgate.gateway.failure;

import dev.mendgate.gateway.pattern.RecordStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks above the first frame for the line that starts the trace.
 *
 * @param line index of that line
 * @param header what it says
 */
record HeaderSearch(int line, TraceHeader header) {
  private static final int MAX_MESSAGE_LINES = 100;
  private static final String THREAD = "Exception in thread \"";

  /**
   * Finds the header of the frame at {@code frameLine}, or returns null. A line of its own comes
   * before one where the exception follows other text: a message of several lines may mention
   * exceptions.
   *
   * @param prefix what a log shipper puts before every line; may be empty
   */
  static @Nullable HeaderSearch above(List<String> lines, int frameLine, String prefix) {
    HeaderSearch inText = null;
    int last = Math.max(0, frameLine - MAX_MESSAGE_LINES);
    for (int i = frameLine - 1; i >= last; i--) {
      String line = lines.get(i);
      int start = LinePrefix.end(line, prefix);
      TraceHeader own = own(line, start, i == frameLine - 1);
      if (own != null) {
        return new HeaderSearch(i, own);
      }
      TraceHeader found = TraceHeader.find(line, start);
      if (found != null && inText == null) {
        inText = new HeaderSearch(i, found);
      }
      if (RecordStart.isAt(line.substring(start))) {
        break;
      }
    }
    return inText;
  }

  /** Reads a line that holds a qualified exception and nothing before it, or returns null. */
  static @Nullable TraceHeader bare(String line) {
    TraceHeader header = own(line, 0, false);
    return header != null && header.type().indexOf('.') > 0 ? header : null;
  }

  private static @Nullable TraceHeader own(String line, int start, boolean next) {
    int from = line.startsWith(THREAD, start) ? afterThread(line, start) : start;
    TraceHeader found = TraceHeader.find(line, from);
    if (found != null && found.start() == from) {
      return found;
    }
    return next ? TraceHeader.plainAt(line, from) : null;
  }

  private static int afterThread(String line, int start) {
    int quote = line.indexOf("\" ", start + THREAD.length());
    return quote < 0 ? start : quote + 2;
  }
}
