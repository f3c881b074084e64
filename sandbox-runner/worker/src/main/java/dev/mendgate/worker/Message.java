package dev.mendgate.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker tells its host. */
public sealed interface Message {
  /** Stands for the method where a class as a whole is meant. */
  String WHOLE_CLASS = "<class>";

  /** The worker has read its order; comes first. */
  record Ready() implements Message {}

  /** A test is about to run, or a class is about to be loaded and run. */
  record Started(String className, String method) implements Message {}

  /**
   * A test ended, or a class failed or was skipped as a whole.
   *
   * @param failure null unless it failed
   * @param probes numbers of the probes it reached, ascending
   */
  record Finished(
      String className,
      String method,
      Outcome outcome,
      long millis,
      @Nullable Failure failure,
      List<Integer> probes)
      implements Message {
    public Finished {
      probes = List.copyOf(probes);
    }
  }

  /** The worker is done; comes last. */
  record Ended(Reason reason) implements Message {}

  /** How one test ended. */
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** Why a worker stopped. */
  enum Reason {
    DONE,
    OUT_OF_MEMORY,
    TOO_MANY_PROCESSES,
    DISK_FULL,
    /** Somebody else shut the JVM down. */
    EXITED
  }

  /**
   * A throwable as text.
   *
   * @param type binary class name
   * @param frames innermost first
   * @param cause null where it has none
   */
  record Failure(
      String type,
      @Nullable String message,
      List<StackTraceElement> frames,
      @Nullable Failure cause) {
    public Failure {
      frames = List.copyOf(frames);
    }
  }
}
