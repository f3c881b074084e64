package dev.mendgate.gateway.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first Java stack trace in text of any kind: printed by the JVM, by Logback or Log4j,
 * root cause first or last, behind prefixes of log shippers, inside JSON.
 *
 * <p>Runs in time linear in the text, of which at most 4 Mi characters are read, and keeps at most
 * {@value TraceBuilder#MAX_THROWABLES} throwables of {@value TraceBuilder#MAX_FRAMES} frames.
 */
public final class StackTraceParser {
  private StackTraceParser() {}

  /** Searches the text; never throws for what the text holds. */
  public static TraceOutcome parse(String text) {
    TraceText read = TraceText.of(text);
    List<String> lines = read.lines();
    for (int i = 0; i < lines.size(); i++) {
      FrameLine frame = FrameLine.read(lines.get(i));
      if (frame != null && frame.frame() != null) {
        return new TraceOutcome.Found(new TraceReader(lines, read.cut()).read(i, frame));
      }
    }
    TraceOutcome foreign = foreign(lines);
    return foreign != null ? foreign : bareHeader(lines, read.cut());
  }

  private static @Nullable TraceOutcome foreign(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String language = ForeignTrace.languageOf(lines.get(i));
      if (language != null) {
        return new TraceOutcome.NotJava(language, i);
      }
    }
    return null;
  }

  /** The JVM may leave out all frames of an exception that it throws often. */
  private static TraceOutcome bareHeader(List<String> lines, boolean cut) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      TraceHeader header = HeaderSearch.bare(line);
      return header == null
          ? new TraceOutcome.None()
          : new TraceOutcome.Found(new TraceReader(lines, cut).readBare(i, header));
    }
    return new TraceOutcome.None();
  }
}
