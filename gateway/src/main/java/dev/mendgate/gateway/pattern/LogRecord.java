package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.LogSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log, taken apart as far as its layout tells.
 *
 * @param firstLine line it starts on, from 1
 * @param timestamp as written, the layout's before a log shipper's; null where there is none
 * @param level level as written, letters and numbers spelled out; null where the layout has none
 * @param thread name of the thread; null where the layout has none
 * @param logger name of the logger, possibly abbreviated; null where the layout has none
 * @param source where it was written; null where the layout does not tell
 * @param template the statement's template; null where the layout does not tell
 * @param message message without the layout, of one or more lines; may be empty
 * @param trace lines of the stack trace that follows the message, as written
 */
public record LogRecord(
    long firstLine,
    @Nullable String timestamp,
    @Nullable String level,
    @Nullable String thread,
    @Nullable String logger,
    @Nullable LogSource source,
    @Nullable String template,
    String message,
    List<String> trace) {
  public LogRecord {
    trace = List.copyOf(trace);
  }
}
