package dev.mendgate.sandbox.run;

/** Runs tests in a JVM of its own, sealed off from the host; safe for concurrent use. */
public interface Worker {
  /**
   * Runs to the end of the request, of a limit, or of the calling thread's patience: an interrupt
   * kills the whole process tree, answers {@code CANCELLED} and keeps the interrupt flag set.
   */
  WorkerResult run(WorkerRequest request);
}
