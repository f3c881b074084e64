package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.util.EnumSet;
import java.util.Set;

/** What the end of a worker process says about the code in it. */
final class Endings {
  private static final Set<Ending> CODE_TO_BLAME =
      EnumSet.of(
          Ending.TIMED_OUT,
          Ending.OUT_OF_MEMORY,
          Ending.EXITED,
          Ending.CRASHED,
          Ending.TOO_MANY_PROCESSES,
          Ending.OUTPUT_FLOOD,
          Ending.DISK_FULL);

  private Endings() {}

  /** Returns whether a test of which the name is known brought the process down. */
  static boolean blamesTest(WorkerResult result) {
    return CODE_TO_BLAME.contains(result.ending()) && result.culprit() != null;
  }

  static String describe(WorkerResult result) {
    String culprit = result.culprit() == null ? "the worker" : result.culprit();
    return culprit
        + switch (result.ending()) {
          case COMPLETED -> " completed";
          case TIMED_OUT -> " ran out of time";
          case OUT_OF_MEMORY -> " ran out of memory";
          case EXITED -> " ended the JVM";
          case CRASHED -> " crashed the JVM";
          case TOO_MANY_PROCESSES -> " started too many processes or threads";
          case OUTPUT_FLOOD -> " wrote too much output";
          case DISK_FULL -> " filled its disk";
          case PROTOCOL_VIOLATION -> " tampered with the worker's protocol";
          case CANCELLED -> " was cancelled";
          case SANDBOX_FAILURE -> " could not start: the sandbox failed";
        };
  }
}
