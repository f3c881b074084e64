package dev.mendgate.gateway.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log, taken apart as far as its layout tells.
 *
 * @param firstLine line it starts on, from 1
 * @param level level as written; null where the layout has none
 * @param thread name of the thread; null where the layout has none
 * @param logger name of the logger, possibly abbreviated; null where the layout has none
 * @param message message without the layout, of one or more lines; may be empty
 * @param trace lines of the stack trace that follows the message, as written
 */
public record LogRecord(
    long firstLine,
    @Nullable String level,
    @Nullable String thread,
    @Nullable String logger,
    String message,
    List<String> trace) {
  public LogRecord {
    trace = List.copyOf(trace);
  }
}
