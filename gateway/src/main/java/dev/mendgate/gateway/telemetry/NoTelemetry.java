package dev.mendgate.gateway.telemetry;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Stands in where no collector is configured. */
final class NoTelemetry implements Telemetry {
  @Override
  public <T, X extends Exception> T stage(String name, Stage<T, X> work) throws X {
    return work.run();
  }

  @Override
  public void countEvents(String disposition, long count) {}

  @Override
  public void recordSuggestion(String outcome, Duration duration) {}

  @Override
  public void watchQueue(String queue, LongSupplier depth) {}

  @Override
  public void close() {}
}
