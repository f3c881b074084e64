package dev.mendgate.gateway.telemetry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the gateway tells about its own work: one span per stage of the pipeline, and a few counts.
 *
 * <p>Safe for use by several threads. Nothing here fails because of the receiver of the telemetry.
 */
public interface Telemetry extends AutoCloseable {
  /** Records nothing. */
  Telemetry NONE = new NoTelemetry();

  /**
   * Runs one stage inside a span that ends with it, and is marked as failed by an exception.
   *
   * @param name lower-case name of the stage, such as {@code locate}
   * @return what the work returned
   * @throws X what the work threw, unchanged
   */
  <T, X extends Exception> T stage(String name, Stage<T, X> work) throws X;

  /**
   * Counts events by what became of them.
   *
   * @param disposition {@code stored}, {@code duplicate} or {@code rejected}
   * @param count at least 0
   */
  void countEvents(String disposition, long count);

  /**
   * Records how long an answer to {@code SuggestFix} took.
   *
   * @param outcome lower-case name of the end, such as {@code ok} or {@code cancelled}
   */
  void recordSuggestion(String outcome, Duration duration);

  /**
   * Has the depth of a queue read whenever metrics are collected, until this is closed.
   *
   * @param queue name of the queue
   */
  void watchQueue(String queue, LongSupplier depth);

  /** Sends what is left and stops; waits a few seconds at most. */
  @Override
  void close();

  /**
   * Work of a stage.
   *
   * @param <T> what the work returns
   * @param <X> what the work may throw
   */
  @FunctionalInterface
  interface Stage<T, X extends Exception> {
    /** Does the work. */
    T run() throws X;
  }
}
