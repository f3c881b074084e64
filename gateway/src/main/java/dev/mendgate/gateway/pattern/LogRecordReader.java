package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.LineShape;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits a log into records: lines of a message and of its stack trace are joined, the layout is
 * taken off, as {@code docs/log-layouts.md} says. In text without timestamps or levels every line
 * that is no part of a trace is a record. Records come in the order of their first lines.
 *
 * <p>Learns the shape of the lines from the first {@value #SAMPLE}. Keeps at most {@value
 * #MAX_OPEN} records in memory, of {@value #MAX_LINES} lines of {@value #MAX_LINE} characters; the
 * rest of a longer one is read over.
 */
public final class LogRecordReader {
  static final int MAX_LINES = 10_000;
  static final int MAX_LINE = 65_536;

  private static final int MAX_OPEN = 256;
  private static final int MAX_STREAMS = 256;
  private static final int SAMPLE = 200;
  private static final int SAMPLE_CHARACTERS = 1 << 20;
  private static final int JSON_LINES = 1_000;

  private final LogLines lines;
  private final LineShape shape;
  private final Deque<OpenRecord> records = new ArrayDeque<>();
  private final Map<String, LogStream> streams = new LinkedHashMap<>();
  private @Nullable SourceLine ahead;
  private long noJsonBefore;

  /** Reads from {@code in}, which the caller closes; see {@link LogText} for bytes. */
  public LogRecordReader(Reader in) throws IOException {
    this.lines = new LogLines(in, MAX_LINE);
    this.shape = learn(lines.peek(SAMPLE, SAMPLE_CHARACTERS));
  }

  private static LineShape learn(List<String> sample) {
    return LineShape.learn(sample.stream().filter(LogRecordReader::mayBegin).toList());
  }

  private static boolean mayBegin(String line) {
    return !line.isBlank()
        && !Character.isWhitespace(line.charAt(0))
        && line.charAt(0) != '{'
        && !TraceLines.isTrace(line);
  }

  /** Returns the first record of a text, or null where it is blank. */
  public static @Nullable LogRecord first(String text) {
    try {
      return new LogRecordReader(new StringReader(text)).read();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /** Returns the next record, or null at the end; blank lines make no record. */
  public @Nullable LogRecord read() throws IOException {
    while (true) {
      OpenRecord head = records.peek();
      if (head != null && (head.isComplete() || records.size() > MAX_OPEN)) {
        records.remove();
        head.complete();
        return head.build();
      }
      if (readLine()) {
        continue;
      }
      if (head == null) {
        return null;
      }
      streams.values().forEach(LogStream::end);
    }
  }

  private boolean readLine() throws IOException {
    String read = lines.next();
    if (read == null) {
      return false;
    }
    SourceLine known = ahead;
    SourceLine line =
        known != null && known.number() == lines.number()
            ? known
            : SourceLine.of(read, lines.number(), shape);
    String whole = line.text().startsWith("{") ? prettyPrinted(line) : null;
    if (whole != null) {
      line = new SourceLine(line.number(), line.stream(), line.timestamp(), whole, 0, false, false);
    }
    if (stream(line.stream()).accept(line, next(line))) {
      lines.next();
    }
    return true;
  }

  private LogStream stream(String name) {
    LogStream known = streams.get(name);
    if (known != null) {
      return known;
    }
    if (streams.size() >= MAX_STREAMS) {
      streams.values().forEach(LogStream::end);
      streams.clear();
    }
    LogStream stream = new LogStream(shape, MAX_LINES, records::add);
    streams.put(name, stream);
    return stream;
  }

  /** Returns the line behind this one, where it is of the same stream. */
  private @Nullable SourceLine next(SourceLine line) throws IOException {
    String next = lines.peek();
    if (next == null) {
      return null;
    }
    SourceLine found = SourceLine.of(next, lines.number() + 1, shape);
    ahead = found;
    return found.stream().equals(line.stream()) ? found : null;
  }

  /** Takes the lines of a JSON object that is spread over several; null where it is not. */
  private @Nullable String prettyPrinted(SourceLine line) throws IOException {
    String text = line.text();
    if (line.number() < noJsonBefore || text.stripTrailing().endsWith("}")) {
      return null;
    }
    JsonNesting nesting = new JsonNesting();
    nesting.read(text);
    StringBuilder joined = new StringBuilder(text);
    List<String> following = lines.peek(JSON_LINES, LogRecordReader.MAX_LINE * 4);
    for (int i = 0; i < following.size() && !nesting.isBroken(); i++) {
      SourceLine next = SourceLine.of(following.get(i), 0, shape);
      nesting.read(next.text());
      joined.append('\n').append(next.text());
      if (nesting.isClosed()) {
        return takeJson(joined.toString(), line.number(), i + 1);
      }
    }
    noJsonBefore = line.number() + following.size();
    return null;
  }

  private @Nullable String takeJson(String text, long number, int more) throws IOException {
    if (JsonRecord.read(text, number).isEmpty()) {
      noJsonBefore = number + more;
      return null;
    }
    for (int i = 0; i < more; i++) {
      lines.next();
    }
    return text;
  }
}
