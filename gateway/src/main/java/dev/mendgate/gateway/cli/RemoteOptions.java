package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.RemoteSettings;
import dev.mendgate.gateway.config.WebhookSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--webhook-port",
      paramLabel = "N",
      description =
          "Port on which GitHub, GitLab and others tell about pushes, 0 for any free one"
              + " (default: none). The secret is in MENDGATE_WEBHOOK_SECRET.")
  private @Nullable Integer webhookPort;

  @Option(
      names = "--webhook-address",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Interface to listen on for that (default: ${DEFAULT-VALUE}).")
  private String webhookAddress = "127.0.0.1";

  RemoteSettings settings(Map<String, String> environment) {
    return new RemoteSettings(git.access(), syncInterval, webhook(environment));
  }

  private Optional<WebhookSettings> webhook(Map<String, String> environment) {
    if (webhookPort == null) {
      return Optional.empty();
    }
    ServeOptions.within("--webhook-port", webhookPort, 0, 65_535);
    try {
      String secret = environment.getOrDefault(WebhookSettings.VARIABLE, "").strip();
      return Optional.of(new WebhookSettings(webhookAddress, webhookPort, secret));
    } catch (ConfigException e) {
      throw new UserError(e.getMessage());
    }
  }
}
