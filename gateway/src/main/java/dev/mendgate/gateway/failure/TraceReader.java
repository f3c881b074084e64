package dev.mendgate.gateway.failure;

import dev.mendgate.gateway.pattern.RecordStart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one trace from the lines around its first frame. */
final class TraceReader {
  private static final String CAUSED_BY = "Caused by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String WRAPPED_BY = "Wrapped by: ";
  private static final String CIRCULAR = "[CIRCULAR REFERENCE";
  private static final int MAX_MESSAGE_LINES = 100;

  private final List<String> lines;
  private final TraceBuilder builder = new TraceBuilder();
  private final List<String> pending = new ArrayList<>();
  private String prefix = "";
  private boolean inMessage;
  private int end;

  TraceReader(List<String> lines, boolean cut) {
    this.lines = lines;
    if (cut) {
      builder.markTruncated();
    }
  }

  /** Reads a throwable that was printed without any frame. */
  StackTrace readBare(int line, TraceHeader header) {
    builder.start(ThrowableRole.TOP, 0, header);
    return new StackTrace(
        builder.build(), builder.isTruncated(), line, line + 1, lines.get(line).strip());
  }

  StackTrace read(int firstFrame, FrameLine frame) {
    prefix = LinePrefix.of(frame);
    HeaderSearch found = HeaderSearch.above(lines, firstFrame, prefix);
    int first = found == null ? firstFrame : found.line();
    builder.start(ThrowableRole.TOP, 0, found == null ? null : found.header());
    if (found == null) {
      builder.markTruncated();
    }
    for (int i = first + 1; i < firstFrame; i++) {
      builder.continueMessage(text(lines.get(i)));
    }
    end = firstFrame;
    int next = firstFrame;
    while (next < lines.size() && take(lines.get(next), next)) {
      next++;
    }
    // The builder learns of missing common frames only here.
    List<TracedThrowable> throwables = builder.build();
    String text = rendered(first, found == null ? 0 : found.header().start());
    return new StackTrace(throwables, builder.isTruncated(), first, end, text);
  }

  private String rendered(int first, int headerStart) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < end; i++) {
      String line = lines.get(i);
      text.append(i == first && headerStart > 0 ? line.substring(headerStart) : text(line));
      text.append('\n');
    }
    return text.toString();
  }

  /** Takes one line, or returns false where the trace has ended before it. */
  private boolean take(String line, int index) {
    FrameLine frame = FrameLine.read(line);
    if (frame != null) {
      return takeFrame(frame, index);
    }
    String text = text(line);
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return pending.isEmpty();
    }
    if (stripped.startsWith("... ")) {
      return takeCommon(stripped, index);
    }
    if (stripped.startsWith(CIRCULAR)) {
      end = index + 1;
      return true;
    }
    return takeHeader(text, stripped, index) || takeMessageLine(text);
  }

  private boolean takeFrame(FrameLine line, int index) {
    commitMessage();
    if (line.frame() != null) {
      builder.add(line.frame());
    }
    if (!line.complete()) {
      builder.markTruncated();
    }
    end = index + 1;
    return true;
  }

  /** Reads {@code ... 12 more}, {@code ... 12 common frames omitted} and their like. */
  private boolean takeCommon(String stripped, int index) {
    String[] words = stripped.split(" ", 4);
    int count = words.length > 1 ? number(words[1]) : -1;
    if (count < 0) {
      builder.markTruncated();
      end = index + 1;
      return true;
    }
    commitMessage();
    String what = words.length > 2 ? words[2] : "";
    if (what.equals("more") || what.equals("common")) {
      builder.addCommon(count);
    } else {
      builder.markTruncated();
    }
    end = index + 1;
    return true;
  }

  private boolean takeHeader(String text, String stripped, int index) {
    int indent = text.indexOf(stripped.charAt(0));
    boolean cause = stripped.startsWith(CAUSED_BY);
    if (!cause && !stripped.startsWith(SUPPRESSED) && !stripped.startsWith(WRAPPED_BY)) {
      return false;
    }
    if (builder.isFull()) {
      builder.markTruncated();
      return false;
    }
    String rest = stripped.substring(stripped.indexOf(": ") + 2);
    end = index + 1;
    if (rest.startsWith(CIRCULAR)) {
      return true;
    }
    TraceHeader header = TraceHeader.at(rest, 0);
    if (header == null) {
      return false;
    }
    pending.clear();
    if (stripped.startsWith(WRAPPED_BY)) {
      builder.startWrapper(indent, header);
    } else {
      builder.start(cause ? ThrowableRole.CAUSE : ThrowableRole.SUPPRESSED, indent, header);
    }
    inMessage = true;
    return true;
  }

  /** Keeps a line that belongs to the message if frames follow it. */
  private boolean takeMessageLine(String text) {
    if (!inMessage || pending.size() >= MAX_MESSAGE_LINES || RecordStart.isAt(text)) {
      return false;
    }
    pending.add(text);
    return true;
  }

  private void commitMessage() {
    pending.forEach(builder::continueMessage);
    pending.clear();
    inMessage = false;
  }

  private String text(String line) {
    return line.substring(LinePrefix.end(line, prefix));
  }

  private static int number(@Nullable String word) {
    try {
      return word == null ? -1 : Integer.parseUnsignedInt(word);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
