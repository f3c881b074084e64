package dev.mendgate.worker;

import dev.mendgate.worker.Message.Reason;
import java.io.File;
import java.io.IOException;

/** Tells failures that come of a limit of the sandbox from those of the code under test. */
final class Exhaustion {
  private static final long FULL_BELOW_BYTES = 64 << 10;

  private final File scratch;

  Exhaustion(File scratch) {
    this.scratch = scratch;
  }

  /** Returns the limit that was met, or {@link Reason#DONE} where there was none. */
  Reason of(Throwable thrown) {
    for (Throwable link : FailureText.chain(thrown)) {
      if (link.getClass() == OutOfMemoryError.class) {
        return ofOutOfMemory(link);
      }
      if (link instanceof IOException && isOfFullDisk(link)) {
        return Reason.DISK_FULL;
      }
    }
    return Reason.DONE;
  }

  /** The JVM reports a thread it may not start as memory it has not got. */
  private static Reason ofOutOfMemory(Throwable error) {
    String message = FailureText.message(error);
    boolean noThread = message != null && message.contains("unable to create native thread");
    return noThread ? Reason.TOO_MANY_PROCESSES : Reason.OUT_OF_MEMORY;
  }

  /** Code under test may have cleared up since; then only the system's words tell. */
  private boolean isOfFullDisk(Throwable thrown) {
    String message = FailureText.message(thrown);
    boolean says =
        message != null
            && (message.contains("No space left on device") || message.contains("File too large"));
    return says || scratch.getUsableSpace() < FULL_BELOW_BYTES;
  }
}
