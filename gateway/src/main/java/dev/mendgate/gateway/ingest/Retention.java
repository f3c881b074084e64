package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets events that are older than they are to be kept, once an hour. */
public final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "mendgate-retention");
            thread.setDaemon(true);
            return thread;
          });

  private Retention() {}

  /** Begins at once. */
  public static Retention start(FailureStore store, Duration keep, Clock clock) {
    Retention retention = new Retention();
    var unused =
        retention.timer.scheduleWithFixedDelay(
            () -> forget(store, keep, clock), 0, 1, TimeUnit.HOURS);
    return retention;
  }

  private static void forget(FailureStore store, Duration keep, Clock clock) {
    try {
      long forgotten = store.forgetBefore(clock.instant().minus(keep));
      if (forgotten > 0) {
        LOG.info("Forgot {} events older than {} days", forgotten, keep.toDays());
      }
    } catch (StoreException | IllegalStateException e) {
      // An exception would end the schedule; the next hour may do better.
      LOG.warn("Could not forget old events", e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
