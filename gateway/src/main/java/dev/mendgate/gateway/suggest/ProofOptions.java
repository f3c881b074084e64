package dev.mendgate.gateway.suggest;

import java.time.Duration;

/**
 * How much work goes into proving candidates of one failure.
 *
 * @param candidates how many of the best proposals are looked at, at least 1
 * @param confirmed how many of those left standing get all relevant tests, best first, at least 1
 * @param reproducers how many generated tests are tried at most, at least 0
 * @param reproducerTime when no further one is begun
 * @param parallelism candidates judged at a time, at least 1
 */
public record ProofOptions(
    int candidates, int confirmed, int reproducers, Duration reproducerTime, int parallelism) {
  /** Fits a developer's machine. */
  public static final ProofOptions DEFAULT =
      new ProofOptions(
          24,
          5,
          160,
          Duration.ofSeconds(60),
          Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
}
