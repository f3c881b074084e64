package dev.mendgate.fixer.concurrency;

import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a trace whether the code ran in a thread that the program started. */
final class ThreadEntry {
  private static final Pattern ENTRY =
      Pattern.compile(
          "java\\.lang\\.(Virtual)?Thread|java\\.util\\.TimerThread"
              + "|java\\.util\\.concurrent\\.(ThreadPoolExecutor|ForkJoin\\w+)(\\$.*)?");

  private ThreadEntry() {}

  /** Returns the method that a thread started with; empty for the main thread or a cut trace. */
  static Optional<String> of(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int site = frames.indexOf(context.site().frame());
    return frames.subList(Math.max(0, site), frames.size()).stream()
        .filter(frame -> ENTRY.matcher(frame.className()).matches())
        .findFirst()
        .map(
            frame ->
                frame.className().substring(frame.className().lastIndexOf('.') + 1)
                    + "."
                    + frame.method());
  }
}
