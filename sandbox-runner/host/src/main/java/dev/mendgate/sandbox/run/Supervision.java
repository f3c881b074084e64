package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.WorkerResult.Ending;
import dev.mendgate.worker.Message.Reason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for a worker's end, and says what kind of end it was. */
final class Supervision {
  private static final int TICK_MILLIS = 50;
  private static final int FIRST_SIGNAL_STATUS = 129;

  private final Process process;
  private final Conversation conversation;
  private final OutputTail output;
  private final Watch watch;
  private final long deadline;

  Supervision(
      Process process,
      Conversation conversation,
      OutputTail output,
      Watch watch,
      long start,
      Duration wallClock) {
    this.process = process;
    this.conversation = conversation;
    this.output = output;
    this.watch = watch;
    this.deadline = start + wallClock.toNanos();
  }

  /**
   * Waits for the last word, a limit or an interrupt; the worker may still be alive after it. The
   * interrupt flag is left clear, so that tearing down is not disturbed by it.
   */
  Ending await() {
    try {
      while (!conversation.awaitEnd(TICK_MILLIS)) {
        Ending ending = exceeded();
        if (ending != null) {
          return ending;
        }
      }
      Ending ending = exceeded();
      return ending == null || ending == Ending.TIMED_OUT ? said() : ending;
    } catch (InterruptedException e) {
      return Ending.CANCELLED;
    }
  }

  /** Corrects an ending by what was found out while the worker was torn down. */
  Ending settle(Ending ending) {
    if (ending != Ending.CRASHED && ending != Ending.EXITED) {
      return ending;
    }
    Ending exceeded = watch.exceeded();
    return exceeded == null ? ending : exceeded;
  }

  /** Returns the test to blame; null where none had started. */
  @Nullable String culprit(Ending ending) {
    boolean byResult = conversation.reason() != null && ending != Ending.EXITED;
    String last = conversation.lastFinished();
    return byResult && last != null ? last : conversation.current();
  }

  private @Nullable Ending exceeded() {
    if (output.flooded()) {
      return Ending.OUTPUT_FLOOD;
    }
    if (System.nanoTime() > deadline) {
      return Ending.TIMED_OUT;
    }
    return watch.exceeded();
  }

  private Ending said() throws InterruptedException {
    if (conversation.forged()) {
      return Ending.PROTOCOL_VIOLATION;
    }
    Reason reason = conversation.reason();
    return reason == null ? died() : ending(reason);
  }

  private static Ending ending(Reason reason) {
    return switch (reason) {
      case DONE -> Ending.COMPLETED;
      case OUT_OF_MEMORY -> Ending.OUT_OF_MEMORY;
      case TOO_MANY_PROCESSES -> Ending.TOO_MANY_PROCESSES;
      case DISK_FULL -> Ending.DISK_FULL;
      case EXITED -> Ending.EXITED;
    };
  }

  /** The worker is silent: its exit status tells why, once it is there. */
  private Ending died() throws InterruptedException {
    long left = Math.max(1, deadline - System.nanoTime());
    if (!process.waitFor(Math.min(left, TimeUnit.SECONDS.toNanos(2)), TimeUnit.NANOSECONDS)) {
      return Ending.PROTOCOL_VIOLATION;
    }
    if (!conversation.ready()) {
      return Ending.SANDBOX_FAILURE;
    }
    return process.exitValue() >= FIRST_SIGNAL_STATUS ? Ending.CRASHED : Ending.EXITED;
  }
}
