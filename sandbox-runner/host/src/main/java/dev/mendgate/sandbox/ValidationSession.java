package dev.mendgate.sandbox;

import java.util.Optional;

/**
 * Judges patches of one prepared project; safe for concurrent use. Interrupting a calling thread
 * kills the work it waits for. Closing removes scratch files and leaves no process behind.
 */
public interface ValidationSession extends AutoCloseable {
  /** Runs a generated test on the unpatched code, as often as it takes to believe it. */
  ReproducerOutcome reproduce(ReproducerTest reproducer);

  /** Judges a patch, with a reproducer that {@link #reproduce} accepted, if there is one. */
  Validation validate(Patch patch, Optional<ReproducerTest> reproducer);

  @Override
  void close();
}
