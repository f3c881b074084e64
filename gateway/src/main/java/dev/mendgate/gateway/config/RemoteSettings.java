package dev.mendgate.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How repositories that are somewhere else are kept up to date.
 *
 * @param git how they are reached
 * @param syncInterval between two syncs of a repository; zero for only those that are asked for
 * @param webhook where forges tell about pushes; empty for nowhere
 */
public record RemoteSettings(
    GitAccess git, Duration syncInterval, Optional<WebhookSettings> webhook) {
  /** Every five minutes, no webhook. */
  public static final RemoteSettings DEFAULT =
      new RemoteSettings(GitAccess.DEFAULT, Duration.ofMinutes(5), Optional.empty());
}
