package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.Header;
import dev.mendgate.gateway.pattern.layout.LogSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that more lines may belong to. */
final class OpenRecord {
  private static final String CONTEXT = " [CONTEXT ";

  private final LogRecord head;
  private final boolean mayTrail;
  private final int maxLines;
  private final List<String> rest = new ArrayList<>();
  private boolean complete;

  private OpenRecord(LogRecord head, boolean mayTrail, int maxLines) {
    this.head = head;
    this.mayTrail = mayTrail;
    this.maxLines = maxLines;
  }

  /** Begins with a line that has a header, or none. */
  static OpenRecord of(SourceLine line, Header header, int maxLines) {
    String stamp = header.timestamp() == null ? line.timestamp() : header.timestamp();
    LogRecord head =
        new LogRecord(
            line.number(),
            stamp,
            header.level(),
            header.thread(),
            header.logger(),
            header.source(),
            null,
            header.message(line.line()).strip(),
            List.of());
    return new OpenRecord(head, header.level() != null && header.logger() == null, maxLines);
  }

  /** Begins with a line whose layout prints the message on the next one. */
  static OpenRecord ofTwoLines(
      SourceLine line, Header first, Header second, String message, LogSource source, int max) {
    LogRecord head =
        new LogRecord(
            line.number(),
            first.timestamp(),
            second.level(),
            first.thread(),
            source.className(),
            source.method() == null ? null : source,
            null,
            message,
            List.of());
    return new OpenRecord(head, false, max);
  }

  /** Takes a record that has all its lines. */
  static OpenRecord complete(LogRecord record) {
    OpenRecord open = new OpenRecord(record, false, 0);
    open.complete = true;
    return open;
  }

  boolean isComplete() {
    return complete;
  }

  void complete() {
    complete = true;
  }

  boolean isOneLine() {
    return rest.isEmpty();
  }

  void add(String line) {
    if (rest.size() < maxLines) {
      rest.add(line);
    }
  }

  LogRecord build() {
    if (maxLines == 0 || (rest.isEmpty() && !endsSpecially(head.message()))) {
      return head;
    }
    int trace = TraceLines.start(rest);
    List<String> lines = new ArrayList<>(rest.subList(trace, rest.size()));
    String message = message(trace);
    if (!lines.isEmpty() && !TraceLines.isHeader(lines.get(0))) {
      int inline = TraceLines.inlineHeader(message);
      lines.addAll(0, inline < 0 ? List.of() : message.substring(inline).lines().toList());
      message = inline < 0 ? message : undivided(message.substring(0, inline));
    }
    int trailer = mayTrail && head.logger() == null ? Header.trailingLogger(message) : -1;
    String logger =
        trailer < 0 ? head.logger() : message.substring(trailer + 2, message.length() - 1);
    return rebuilt(logger, trailer < 0 ? message : message.substring(0, trailer).strip(), lines);
  }

  /** Returns whether a logger or context may stand behind the message, as some layouts have it. */
  private boolean endsSpecially(String message) {
    return (mayTrail && message.endsWith(")")) || message.endsWith(" ]");
  }

  private String message(int lines) {
    String text = head.message();
    if (lines > 0) {
      StringBuilder joined = new StringBuilder(text);
      rest.subList(0, lines).forEach(part -> joined.append('\n').append(part));
      text = joined.toString();
    }
    text = text.strip();
    int context = text.endsWith(" ]") ? text.lastIndexOf(CONTEXT) : -1;
    return context < 0 ? text : text.substring(0, context).strip();
  }

  /** Drops what a layout puts between a message and the exception on its line. */
  private static String undivided(String message) {
    String text = message.strip();
    boolean arrow = text.endsWith("=>");
    return arrow || text.endsWith(":")
        ? text.substring(0, text.length() - (arrow ? 2 : 1)).strip()
        : text;
  }

  private LogRecord rebuilt(@Nullable String logger, String message, List<String> trace) {
    return new LogRecord(
        head.firstLine(),
        head.timestamp(),
        head.level(),
        head.thread(),
        logger,
        head.source(),
        head.template(),
        message,
        trace);
  }
}
