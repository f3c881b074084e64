package dev.mendgate.gateway.config;

import java.time.Duration;

/**
 * How repositories that are somewhere else are kept up to date.
 *
 * @param git how they are reached
 * @param syncInterval between two syncs of a repository; zero for only those that are asked for
 */
public record RemoteSettings(GitAccess git, Duration syncInterval) {
  /** Every five minutes. */
  public static final RemoteSettings DEFAULT =
      new RemoteSettings(GitAccess.DEFAULT, Duration.ofMinutes(5));
}
