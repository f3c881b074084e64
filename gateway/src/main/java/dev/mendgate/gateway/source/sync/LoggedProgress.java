package dev.mendgate.gateway.source.sync;

import dev.mendgate.gateway.source.IndexProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how far a sync is, where it takes long. */
final class LoggedProgress implements IndexProgress {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final String name;
  private final Clock clock;
  private Instant told;

  LoggedProgress(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.told = clock.instant();
  }

  @Override
  public synchronized void advanced(String stage, int done, int total) {
    Instant now = clock.instant();
    if (told.plus(PAUSE).isBefore(now)) {
      told = now;
      LOG.info("{}: {} {}/{}", name, stage, done, total);
    }
  }
}
