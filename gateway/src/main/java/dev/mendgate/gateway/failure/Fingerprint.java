package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.ShortHash;
import dev.mendgate.v1.FailureEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which events are one problem: the group key of {@code docs/fingerprint.md}, which does not
 * change when lines shift, lambdas are renumbered or proxies get new names.
 */
public final class Fingerprint {
  /** Frames that count. */
  static final int FRAMES = 8;

  private static final int RECURSION_WINDOW = 128;

  private Fingerprint() {}

  /** Returns 16 lower-case hexadecimal digits. */
  public static String of(FailureEvent event) {
    return of(event, FailureEvents.trace(event));
  }

  /** As {@link #of(FailureEvent)}, for an event whose trace is parsed already. */
  public static String of(FailureEvent event, TraceOutcome trace) {
    return of(event, trace, event.getLogger(), patternHash(event, trace));
  }

  /**
   * As the other, with what is known beyond the event.
   *
   * @param logger name of the logger, or of the class that logs; empty where unknown
   * @param hash log-pattern hash
   */
  public static String of(FailureEvent event, TraceOutcome trace, String logger, String hash) {
    if (trace instanceof TraceOutcome.Found found && hasFrames(found.trace())) {
      return ofTrace(found.trace(), event.getExceptionType());
    }
    return ShortHash.of(logKey(event, trace, logger) + "\n" + hash);
  }

  /** Returns what a fingerprint without frames is made of beside the hash; empty with frames. */
  public static String scope(FailureEvent event, TraceOutcome trace, String logger) {
    boolean frames = trace instanceof TraceOutcome.Found found && hasFrames(found.trace());
    return frames ? "" : ShortHash.of(logKey(event, trace, logger));
  }

  /** Returns the hash of the log line, else of the exception's message. */
  public static String patternHash(FailureEvent event, TraceOutcome trace) {
    return FailureEvents.logPatternHash(event)
        .orElseGet(() -> LogPattern.ofMessage(exceptionMessage(event, trace)).hash());
  }

  private static String exceptionMessage(FailureEvent event, TraceOutcome trace) {
    boolean told = !event.getExceptionMessage().isEmpty();
    String read = trace instanceof TraceOutcome.Found found ? found.trace().top().message() : null;
    return told || read == null ? event.getExceptionMessage() : read;
  }

  private static String logKey(FailureEvent event, TraceOutcome trace, String logger) {
    String type = event.getExceptionType();
    String read =
        trace instanceof TraceOutcome.Found found ? found.trace().top().exceptionType() : null;
    return "log\n" + lastPart(logger) + "\n" + (type.isEmpty() && read != null ? read : type);
  }

  /** Layouts abbreviate the packages of loggers' names, and leave out nested classes. */
  private static String lastPart(String logger) {
    String last = logger.substring(logger.lastIndexOf('.') + 1);
    int nested = last.indexOf('$');
    return nested > 0 ? last.substring(0, nested) : last;
  }

  private static boolean hasFrames(StackTrace trace) {
    return trace.chain().stream().anyMatch(part -> !part.frames().isEmpty());
  }

  private static String ofTrace(StackTrace trace, String eventType) {
    List<TracedThrowable> chain = trace.chain();
    TracedThrowable chosen = null;
    for (int i = chain.size() - 1; i >= 0 && chosen == null; i--) {
      TracedThrowable part = chain.get(i);
      chosen = part.frames().stream().anyMatch(FrameName::isOwn) ? part : null;
    }
    if (chosen == null) {
      chosen = innermostWithFrames(chain);
    }
    String type = chosen.exceptionType();
    StringBuilder key = new StringBuilder(type == null ? eventType : type);
    names(chosen.frames(), type).forEach(name -> key.append('\n').append(name));
    return ShortHash.of(key.toString());
  }

  private static TracedThrowable innermostWithFrames(List<TracedThrowable> chain) {
    for (int i = chain.size() - 1; i > 0; i--) {
      if (!chain.get(i).frames().isEmpty()) {
        return chain.get(i);
      }
    }
    return chain.get(0);
  }

  private static List<String> names(List<Frame> frames, @Nullable String type) {
    List<Frame> own = frames.stream().filter(FrameName::isOwn).toList();
    List<String> names = new ArrayList<>();
    for (Frame frame : own.isEmpty() ? frames : own) {
      String name = FrameName.of(frame);
      boolean repeated = !names.isEmpty() && names.get(names.size() - 1).equals(name);
      if (name != null && !repeated) {
        names.add(name);
      }
    }
    if ("java.lang.StackOverflowError".equals(type)) {
      // The stack may overflow at any point of the cycle: its methods count, not their order.
      return names.stream().limit(RECURSION_WINDOW).distinct().sorted().limit(FRAMES).toList();
    }
    return names.stream().limit(FRAMES).toList();
  }
}
