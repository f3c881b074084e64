package dev.mendgate.gateway.source.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a repository is due. Times are spread by a tenth so that repositories do not all ask their
 * forge at once; one that fails is asked less and less often.
 *
 * @param interval between two syncs; zero where none happens unasked
 * @param patience how long a sync that was asked for waits for others to join it
 * @param random spreads
 */
record SyncPlan(Duration interval, Duration patience, RandomGenerator random) {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 10;
  private static final double SPREAD = 0.1;

  /** Returns when a repository is due that was brought up to date at some time. */
  Instant first(Instant lastSync, Instant now) {
    if (interval.isZero()) {
      return Instant.MAX;
    }
    Instant due = lastSync.plus(spread(interval));
    Duration start = interval.compareTo(START) < 0 ? interval : START;
    return due.isAfter(now) ? due : now.plusMillis((long) (random.nextDouble() * start.toMillis()));
  }

  /** Returns when a repository is due whose last syncs failed, or whose last one did not. */
  Instant next(Instant now, int failures) {
    if (interval.isZero()) {
      return Instant.MAX;
    }
    Duration longest = interval.compareTo(SELDOM) > 0 ? interval : SELDOM;
    Duration backoff = interval.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return now.plus(spread(backoff.compareTo(longest) > 0 ? longest : backoff));
  }

  /** Returns when a repository is due that somebody asks for. */
  Instant asked(Instant now) {
    return now.plus(patience);
  }

  private Duration spread(Duration duration) {
    double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}
