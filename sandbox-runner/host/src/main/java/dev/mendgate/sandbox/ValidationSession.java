package dev.mendgate.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Judges patches of one prepared project; safe for concurrent use. Interrupting a calling thread
 * kills the work it waits for. Closing removes scratch files and leaves no process behind.
 */
public interface ValidationSession extends AutoCloseable {
  /**
   * Runs many generated tests once each on the unpatched code, many in one JVM, and returns those
   * that look like the failure, likest first. They are suspicions: tests that share a JVM can
   * disturb each other.
   *
   * @param reproducers with one thread; all of one module
   */
  List<ReproducerTest> screen(List<ReproducerTest> reproducers);

  /** Runs a generated test on the unpatched code, as often as it takes to believe it. */
  ReproducerOutcome reproduce(ReproducerTest reproducer);

  /**
   * Takes a first look at a patch: compiles it, runs the reproducer once and the closest tests.
   * What is not rejected is only worth {@link #validate}.
   */
  Validation screen(Patch patch, Optional<ReproducerTest> reproducer);

  /** Judges a patch, with a reproducer that {@link #reproduce} accepted, if there is one. */
  Validation validate(Patch patch, Optional<ReproducerTest> reproducer);

  @Override
  void close();
}
