package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.RemoteSettings;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How repositories that are somewhere else are kept up to date. */
final class RemoteOptions {
  @Mixin private final GitOptions git = new GitOptions();

  @Option(
      names = "--sync-interval",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = TimeSpan.class,
      description =
          "How often repositories are fetched, such as 90s, 5m or 1h; 0 for never"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration syncInterval = Duration.ofMinutes(5);

  RemoteSettings settings() {
    return new RemoteSettings(git.access(), syncInterval);
  }
}
