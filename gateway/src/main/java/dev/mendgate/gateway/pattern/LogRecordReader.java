package dev.mendgate.gateway.pattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a log into records: lines of a message and of its stack trace are joined, the layout is
 * taken off. In text without timestamps or levels every line that is no part of a trace is a
 * record.
 *
 * <p>Keeps one record in memory, of at most {@value #MAX_LINES} lines of {@value #MAX_LINE}
 * characters; the rest of a longer one is read over.
 */
public final class LogRecordReader {
  static final int MAX_LINES = 10_000;
  static final int MAX_LINE = 65_536;

  private static final int PEEK = 1_024;
  private static final Pattern JUL_SOURCE =
      Pattern.compile("[\\w$]{1,80}(?:\\.[\\w$]{1,80}){0,20} [\\w$<>]{1,80}");

  private final BufferedReader in;
  private @Nullable String next;
  private long nextLine;
  private boolean laidOut;

  /** Reads from {@code in}, which the caller closes. */
  public LogRecordReader(BufferedReader in) throws IOException {
    this.in = in;
    advance();
  }

  /** Returns the first record of a text, or null where it is blank. */
  public static @Nullable LogRecord first(String text) {
    try (BufferedReader in = new BufferedReader(new StringReader(text))) {
      return new LogRecordReader(in).read();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /** Returns the next record, or null at the end; blank lines make no record. */
  public @Nullable LogRecord read() throws IOException {
    while (next != null && next.isBlank()) {
      advance();
    }
    String first = next;
    if (first == null) {
      return null;
    }
    long line = nextLine;
    advance();
    LogRecord json = first.startsWith("{") ? JsonRecord.read(first, line) : null;
    if (json != null) {
      return json;
    }
    LogLayout layout = LogLayout.read(first);
    laidOut |= layout.isRecordStart();
    return isJulSource(layout) ? readJul(layout, line) : join(layout, layout.logger(), line);
  }

  /** The default format of java.util.logging puts class and method on a line before the message. */
  private boolean isJulSource(LogLayout layout) {
    return next != null
        && layout.level() == null
        && layout.isRecordStart()
        && JUL_SOURCE.matcher(layout.message()).matches()
        && RecordStart.levelEnd(next, 0) > 0;
  }

  private LogRecord readJul(LogLayout source, long line) throws IOException {
    String second = next == null ? "" : next;
    advance();
    String logger = source.message().substring(0, source.message().indexOf(' '));
    return join(LogLayout.read(second), logger, line);
  }

  private LogRecord join(LogLayout layout, @Nullable String logger, long line) throws IOException {
    List<String> rest = new ArrayList<>();
    while (next != null && continues(next, rest)) {
      if (rest.size() < MAX_LINES) {
        rest.add(next.substring(LogLayout.textStart(next)));
      }
      advance();
    }
    int trace = TraceLines.start(rest);
    StringBuilder message = new StringBuilder(layout.message());
    rest.subList(0, trace).forEach(part -> message.append('\n').append(part));
    return new LogRecord(
        line,
        layout.level(),
        layout.thread(),
        logger,
        message.toString().strip(),
        rest.subList(trace, rest.size()));
  }

  private boolean continues(String line, List<String> rest) throws IOException {
    String text = line.substring(LogLayout.textStart(line));
    if (TraceLines.isTrace(text)) {
      return true;
    }
    if (line.startsWith("{") || RecordStart.isAt(text) || LogLayout.read(line).isRecordStart()) {
      return false;
    }
    if (laidOut) {
      return true;
    }
    return TraceLines.isHeader(text) && rest.isEmpty() && frameFollows();
  }

  private boolean frameFollows() throws IOException {
    in.mark(PEEK);
    char[] buffer = new char[PEEK];
    int length = Math.max(0, in.read(buffer, 0, PEEK));
    in.reset();
    String peeked = new String(buffer, 0, length).lines().findFirst().orElse("");
    return TraceLines.isTrace(peeked.substring(LogLayout.textStart(peeked)));
  }

  private void advance() throws IOException {
    next = readLine();
    nextLine++;
  }

  /** Reads a line, of which what lies beyond the limit is dropped. */
  private @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < MAX_LINE) {
        line.append((char) c);
      }
      c = in.read();
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }
}
