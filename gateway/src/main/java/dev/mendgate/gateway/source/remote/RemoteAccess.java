package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.config.GitAccess;
import java.time.Duration;
import java.util.Map;

/**
 * What the gateway may use to reach repositories that are somewhere else.
 *
 * @param environment where secrets are looked up
 * @param settings everything that is no secret
 */
public record RemoteAccess(Map<String, String> environment, GitAccess settings) {
  private static final Duration HELPER_PATIENCE = Duration.ofSeconds(30);

  /** Reaches only what is open to all, and what the ssh agent's files open. */
  public static final RemoteAccess NONE = new RemoteAccess(Map.of(), GitAccess.DEFAULT);

  public RemoteAccess {
    environment = Map.copyOf(environment);
  }

  /** Begins a visit to one remote; to be closed after it. */
  public RemoteVisit visit() {
    CredentialHelper helper =
        settings.credentialHelper().isEmpty()
            ? null
            : new CredentialHelper(settings.credentialHelper(), HELPER_PATIENCE);
    return new RemoteVisit(
        new HostCredentials(environment, helper), new SshSessions(settings, environment));
  }

  /** Secrets must not get into a log with the record. */
  @Override
  public String toString() {
    return "RemoteAccess[" + settings + "]";
  }
}
