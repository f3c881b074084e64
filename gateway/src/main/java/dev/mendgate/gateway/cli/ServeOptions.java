package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.config.Limits;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.sandbox.run.Isolation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be set on a server; each also in the config file and the environment. */
final class ServeOptions {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Interface to listen on (default: ${DEFAULT-VALUE}). There is no authentication yet:"
              + " whoever reaches the port may have code of the repositories built and run.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8717",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: mendgate in the XDG data folder).")
  private @Nullable Path data;

  @Option(
      names = "--max-message-bytes",
      paramLabel = "N",
      defaultValue = "4194304",
      description = "Largest message of a call (default: ${DEFAULT-VALUE}).")
  private int messageBytes;

  @Option(
      names = "--max-event-bytes",
      paramLabel = "N",
      defaultValue = "1048576",
      description = "Largest failure event (default: ${DEFAULT-VALUE}).")
  private int eventBytes;

  @Option(
      names = "--suggestions",
      paramLabel = "N",
      defaultValue = "2",
      description = "Expensive calls worked on at a time (default: ${DEFAULT-VALUE}).")
  private int suggestions;

  @Option(
      names = "--waiting-suggestions",
      paramLabel = "N",
      defaultValue = "32",
      description = "Expensive calls that may wait; more are refused (default: ${DEFAULT-VALUE}).")
  private int waitingSuggestions;

  @Option(
      names = "--isolation",
      paramLabel = "MODE",
      defaultValue = "BEST_EFFORT",
      description =
          "How code of repositories is sealed off: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private Isolation.Mode isolation = Isolation.Mode.BEST_EFFORT;

  @Option(
      names = "--retention-days",
      paramLabel = "N",
      defaultValue = "90",
      description = "How long received events are kept (default: ${DEFAULT-VALUE}).")
  private int retentionDays;

  @Option(
      names = "--drain-seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long calls may finish on SIGTERM (default: ${DEFAULT-VALUE}).")
  private int drainSeconds;

  @Option(
      names = "--otlp-endpoint",
      paramLabel = "URL",
      descriptionKey = "otel.exporter.otlp.endpoint",
      description =
          "Where the gateway's own traces and metrics go over OTLP/gRPC, such as"
              + " http://localhost:4317 (default: nowhere). In the config file"
              + " otel.exporter.otlp.endpoint, in the environment OTEL_EXPORTER_OTLP_ENDPOINT.")
  private @Nullable URI collector;

  @Mixin private final RemoteOptions remotes = new RemoteOptions();
  @Mixin private final OwnersOptions owners = new OwnersOptions();
  @Mixin private final ShadeOptions shades = new ShadeOptions();
  @Mixin private final SecretOptions secrets = new SecretOptions();

  Settings settings(Map<String, String> environment) {
    within("--port", port, 0, 65_535);
    within("--max-message-bytes", messageBytes, 1_024, Integer.MAX_VALUE);
    within("--max-event-bytes", eventBytes, 256, messageBytes);
    within("--suggestions", suggestions, 1, 1_024);
    within("--waiting-suggestions", waitingSuggestions, 1, 100_000);
    within("--retention-days", retentionDays, 1, 36_500);
    within("--drain-seconds", drainSeconds, 0, 3_600);
    return new Settings(
        host,
        port,
        DataFolder.of(data, environment),
        new Limits(messageBytes, eventBytes, suggestions, waitingSuggestions),
        isolation,
        Duration.ofDays(retentionDays),
        Duration.ofSeconds(drainSeconds),
        Optional.ofNullable(collector),
        remotes.settings(environment),
        owners.rules(environment),
        shades.rules(environment),
        secrets.settings(environment));
  }

  static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UserError(
          "%s must lie between %d and %d, not %d".formatted(option, least, most, value));
    }
  }
}
