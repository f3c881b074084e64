package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.Header;
import dev.mendgate.gateway.pattern.layout.LineShape;
import dev.mendgate.gateway.pattern.layout.LogSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins the lines of one source among several in a log to records. */
final class LogStream {
  /** Lines with a header that a program among others needs before its other lines go on theirs. */
  private static final int LEAST_HEADED = 2;

  private final LineShape shape;
  private final int maxLines;
  private final Consumer<OpenRecord> begun;
  private @Nullable OpenRecord current;
  private @Nullable StringBuilder partial;
  private int headed;
  private int unheaded;

  /**
   * Creates it.
   *
   * @param begun told each record when it begins
   */
  LogStream(LineShape shape, int maxLines, Consumer<OpenRecord> begun) {
    this.shape = shape;
    this.maxLines = maxLines;
    this.begun = begun;
  }

  /**
   * Takes the next line.
   *
   * @param next the line behind it; null where there is none
   * @return whether the next line was taken as well
   */
  boolean accept(SourceLine line, @Nullable SourceLine next) {
    if (line.partial()) {
      keep(line);
      return false;
    }
    SourceLine whole = partial == null ? line : line.after(partial);
    partial = null;
    return acceptWhole(whole, next);
  }

  private void keep(SourceLine line) {
    StringBuilder kept = partial == null ? new StringBuilder() : partial;
    if (kept.length() < LogRecordReader.MAX_LINE) {
      kept.append(line.text());
    }
    partial = kept;
  }

  private boolean acceptWhole(SourceLine line, @Nullable SourceLine next) {
    String text = line.text();
    OpenRecord open = open();
    if (text.isBlank() || (open != null && TraceLines.isTrace(text))) {
      if (open != null && (headed > 0 || !text.isBlank())) {
        open.add(text);
      }
      return false;
    }
    List<LogRecord> whole = whole(text, line.number());
    if (!whole.isEmpty()) {
      end();
      whole.forEach(record -> begun.accept(OpenRecord.complete(record)));
      return false;
    }
    Header header = Header.of(line.line(), line.start(), shape);
    boolean inside = headed > 0 && shape.stamped() && header.timestamp() == null;
    boolean present = line.tagged() ? header.isSolid() : header.isPresent();
    if (present && !inside) {
      headed++;
      return acceptHeaded(line, header, next);
    }
    acceptUnheaded(line, text, next);
    return false;
  }

  private static List<LogRecord> whole(String text, long number) {
    if (text.charAt(0) == '{') {
      return JsonRecord.read(text, number);
    }
    LogRecord record = LogfmtRecord.read(text, number);
    return record == null ? List.of() : List.of(record);
  }

  private boolean acceptHeaded(SourceLine line, Header header, @Nullable SourceLine next) {
    OpenRecord open = open();
    String message = header.message(line.line());
    if (open != null && TraceLines.isTrace(message)) {
      open.add(message);
      return false;
    }
    LogSource source = header.level() == null ? TwoLines.source(message) : null;
    if (source != null && next != null) {
      Header second = Header.of(next.line(), next.start(), LineShape.UNKNOWN);
      if (second.level() != null && second.timestamp() == null && second.closed()) {
        String text = second.message(next.line());
        Header threaded = TwoLines.withThread(header, message);
        begin(OpenRecord.ofTwoLines(line, threaded, second, text, source, maxLines));
        return true;
      }
    }
    begin(OpenRecord.of(line, header, maxLines));
    return false;
  }

  private void acceptUnheaded(SourceLine line, String text, @Nullable SourceLine next) {
    OpenRecord open = open();
    boolean uncaught = TraceLines.isUncaught(text);
    boolean traceBegins =
        open != null
            && open.isOneLine()
            && TraceLines.isHeader(text)
            && next != null
            && TraceLines.isTrace(next.text());
    boolean laidOut = headed > (line.tagged() ? Math.max(unheaded, LEAST_HEADED) : 0);
    if (open != null && !uncaught && (laidOut || traceBegins)) {
      open.add(text);
      return;
    }
    unheaded++;
    OpenRecord record =
        OpenRecord.of(
            line,
            Header.none(line.line(), uncaught ? line.line().length() : line.start()),
            maxLines);
    begin(record);
    if (uncaught) {
      record.add(text);
    }
  }

  /** Returns the record that more lines may belong to; null where there is none, or it is gone. */
  private @Nullable OpenRecord open() {
    return current == null || current.isComplete() ? null : current;
  }

  private void begin(OpenRecord record) {
    end();
    current = record;
    begun.accept(record);
  }

  /** No more lines belong to the record that is open. */
  void end() {
    if (current != null) {
      current.complete();
    }
    current = null;
  }
}
