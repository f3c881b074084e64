package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers throwables as their lines are read, and restores the frames that causes share. */
final class TraceBuilder {
  static final int MAX_THROWABLES = 256;
  static final int MAX_FRAMES = 4_096;
  private static final int MAX_MESSAGE = 65_536;

  /** A throwable that is being read. */
  private static final class Part {
    final ThrowableRole role;
    final int indent;
    final @Nullable String type;
    final List<Frame> frames = new ArrayList<>();
    int parent;
    int common;
    @Nullable String message;

    Part(
        ThrowableRole role,
        int parent,
        int indent,
        @Nullable String type,
        @Nullable String message) {
      this.role = role;
      this.parent = parent;
      this.indent = indent;
      this.type = type;
      this.message = message;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private boolean rootCauseFirst;
  private boolean truncated;

  boolean isEmpty() {
    return parts.isEmpty();
  }

  boolean isFull() {
    return parts.size() >= MAX_THROWABLES;
  }

  void markTruncated() {
    truncated = true;
  }

  boolean isTruncated() {
    return truncated;
  }

  void start(ThrowableRole role, int indent, @Nullable TraceHeader header) {
    String type = header == null ? null : header.type();
    String message = header == null ? null : header.message();
    parts.add(new Part(role, parentOf(role, indent), indent, type, message));
  }

  /** Starts the throwable that wraps the one before it, as in a trace with the root cause first. */
  void startWrapper(int indent, TraceHeader header) {
    rootCauseFirst = true;
    parts.add(
        new Part(ThrowableRole.CAUSE, parts.size() - 1, indent, header.type(), header.message()));
  }

  void continueMessage(String line) {
    Part last = parts.get(parts.size() - 1);
    String message = last.message;
    if (message != null && message.length() + line.length() > MAX_MESSAGE) {
      truncated = true;
      return;
    }
    last.message = message == null ? line : message + "\n" + line;
  }

  void add(Frame frame) {
    List<Frame> frames = parts.get(parts.size() - 1).frames;
    if (frames.size() < MAX_FRAMES) {
      frames.add(frame);
    } else {
      truncated = true;
    }
  }

  void addCommon(int count) {
    parts.get(parts.size() - 1).common = count;
  }

  private int parentOf(ThrowableRole role, int indent) {
    for (int i = parts.size() - 1; i > 0; i--) {
      int other = parts.get(i).indent;
      if (role == ThrowableRole.SUPPRESSED ? other < indent : other <= indent) {
        return i;
      }
    }
    return parts.isEmpty() ? -1 : 0;
  }

  List<TracedThrowable> build() {
    if (rootCauseFirst) {
      turnRound();
    }
    List<TracedThrowable> throwables = new ArrayList<>();
    for (Part part : parts) {
      List<Frame> frames = part.frames;
      if (part.common > 0 && part.parent >= 0) {
        frames = withCommon(part, throwables.get(part.parent).frames());
      }
      throwables.add(new TracedThrowable(part.role, part.parent, part.type, part.message, frames));
    }
    return List.copyOf(throwables);
  }

  private List<Frame> withCommon(Part part, List<Frame> enclosing) {
    int from = enclosing.size() - part.common;
    if (from < 0) {
      truncated = true;
      return part.frames;
    }
    List<Frame> frames = new ArrayList<>(part.frames);
    int room = Math.max(0, MAX_FRAMES - frames.size());
    frames.addAll(enclosing.subList(from, Math.min(enclosing.size(), from + room)));
    return frames;
  }

  /** Puts the outermost throwable first; suppressed ones of such a trace hang on the top. */
  private void turnRound() {
    List<Part> turned = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.role == ThrowableRole.SUPPRESSED) {
        continue;
      }
      ThrowableRole role = turned.isEmpty() ? ThrowableRole.TOP : ThrowableRole.CAUSE;
      Part copy = new Part(role, turned.size() - 1, 0, part.type, part.message);
      copy.frames.addAll(part.frames);
      copy.common = part.common;
      turned.add(copy);
    }
    for (Part part : parts) {
      if (part.role == ThrowableRole.SUPPRESSED) {
        part.parent = 0;
        turned.add(part);
      }
    }
    parts.clear();
    parts.addAll(turned);
  }
}
