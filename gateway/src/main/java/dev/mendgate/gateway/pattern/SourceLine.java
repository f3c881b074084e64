package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.LineShape;
import dev.mendgate.gateway.pattern.layout.ShippedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log and where its own text begins.
 *
 * @param number from 1
 * @param stream names its source among several in one file; empty where nothing tells
 * @param timestamp a shipper's; null where there is none
 * @param line the line, or what a container runtime wrapped into JSON
 * @param start index of its text
 * @param partial the text goes on in the next line of the stream
 * @param tagged the stream is a program's among others of any kind
 */
record SourceLine(
    long number,
    String stream,
    @Nullable String timestamp,
    String line,
    int start,
    boolean partial,
    boolean tagged) {
  /** Takes off what a shipper put around a line. */
  static SourceLine of(String line, long number, LineShape shape) {
    JsonFields wrapped = line.startsWith("{\"log\":") ? JsonFields.parse(line) : null;
    String log = wrapped == null ? null : wrapped.text(List.of("log"));
    if (wrapped != null && log != null) {
      String stream = wrapped.text(List.of("stream"));
      boolean partial = !log.endsWith("\n");
      return new SourceLine(
          number,
          stream == null ? "" : stream,
          wrapped.text(List.of("time")),
          partial ? log : log.substring(0, log.length() - (log.endsWith("\r\n") ? 2 : 1)),
          0,
          partial && stream != null,
          false);
    }
    ShippedLine shipped = ShippedLine.of(line, shape);
    return new SourceLine(
        number,
        shipped.stream(),
        shipped.timestamp(),
        line,
        Math.min(shipped.start(), line.length()),
        shipped.partial(),
        shipped.tagged());
  }

  String text() {
    return start == 0 ? line : line.substring(start);
  }

  /** Returns the line with the text of the partial ones before it. */
  SourceLine after(CharSequence before) {
    return new SourceLine(number, stream, timestamp, before + text(), 0, partial, tagged);
  }
}
