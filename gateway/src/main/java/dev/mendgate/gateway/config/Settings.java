package dev.mendgate.gateway.config;

import dev.mendgate.gateway.pattern.secret.SecretSettings;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.sandbox.run.Isolation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a gateway runs.
 *
 * @param host name or address of the interface that is listened on
 * @param port 0 for any free one
 * @param data folder of the store and of cloned repositories, used by this gateway alone
 * @param limits what is taken of senders and callers
 * @param isolation how much isolation code of repositories must be run in
 * @param retention how long events are kept after they were received
 * @param drain how long calls may finish after the gateway was told to stop
 * @param collector OTLP/gRPC endpoint for the gateway's own telemetry; empty for none
 * @param remotes how remote repositories are reached and kept up to date
 * @param owners what is configured about owners of code
 * @param relocations packages that are called otherwise in traces than in the source
 * @param secrets what is masked of events before they are kept
 */
public record Settings(
    String host,
    int port,
    Path data,
    Limits limits,
    Isolation.Mode isolation,
    Duration retention,
    Duration drain,
    Optional<URI> collector,
    RemoteSettings remotes,
    OwnerRules owners,
    List<Relocation> relocations,
    SecretSettings secrets) {
  public Settings {
    relocations = List.copyOf(relocations);
  }

  /** Returns what applies where nothing is configured: loopback only, no telemetry. */
  public static Settings defaults(Path data) {
    return new Settings(
        "127.0.0.1",
        8717,
        data,
        Limits.DEFAULT,
        Isolation.Mode.BEST_EFFORT,
        Duration.ofDays(90),
        Duration.ofSeconds(10),
        Optional.empty(),
        RemoteSettings.DEFAULT,
        OwnerRules.DEFAULT,
        List.of(),
        SecretSettings.DEFAULT);
  }

  /** Returns the same with another port. */
  public Settings withPort(int other) {
    return new Settings(
        host,
        other,
        data,
        limits,
        isolation,
        retention,
        drain,
        collector,
        remotes,
        owners,
        relocations,
        secrets);
  }

  /** Returns the same with other limits. */
  public Settings withLimits(Limits other) {
    return new Settings(
        host,
        port,
        data,
        other,
        isolation,
        retention,
        drain,
        collector,
        remotes,
        owners,
        relocations,
        secrets);
  }

  /** Returns the same with other rules about owners. */
  public Settings withOwners(OwnerRules other) {
    return new Settings(
        host,
        port,
        data,
        limits,
        isolation,
        retention,
        drain,
        collector,
        remotes,
        other,
        relocations,
        secrets);
  }

  /** Returns the same with a collector. */
  public Settings withCollector(URI endpoint) {
    return new Settings(
        host,
        port,
        data,
        limits,
        isolation,
        retention,
        drain,
        Optional.of(endpoint),
        remotes,
        owners,
        relocations,
        secrets);
  }

  /** Returns the same with other remotes. */
  public Settings withRemotes(RemoteSettings other) {
    return new Settings(
        host,
        port,
        data,
        limits,
        isolation,
        retention,
        drain,
        collector,
        other,
        owners,
        relocations,
        secrets);
  }

  /** Returns the same with another mask. */
  public Settings withSecrets(SecretSettings other) {
    return new Settings(
        host,
        port,
        data,
        limits,
        isolation,
        retention,
        drain,
        collector,
        remotes,
        owners,
        relocations,
        other);
  }
}
