package dev.mendgate.gateway.source.remote;

import java.util.Optional;
import org.eclipse.jgit.api.TransportConfigCallback;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** One visit to a remote: gives its transports credentials and keys, and explains a failure. */
public final class RemoteVisit implements TransportConfigCallback, AutoCloseable {
  /** How long a remote may say nothing, in seconds. */
  private static final int SILENCE_SECONDS = 120;

  private static final int MAX_REASON = 300;

  private final HostCredentials credentials;
  private final SshSessions ssh;

  RemoteVisit(HostCredentials credentials, SshSessions ssh) {
    this.credentials = credentials;
    this.ssh = ssh;
  }

  @Override
  public void configure(Transport transport) {
    transport.setCredentialsProvider(credentials);
    transport.setTimeout(SILENCE_SECONDS);
    if (transport instanceof SshTransport overSsh) {
      overSsh.setSshSessionFactory(ssh);
    }
  }

  /** Says in one line, without secrets, why the remote could not be used, and what to do. */
  public String explain(URIish uri, Throwable failure) {
    Optional<String> stranger = ssh.refusedHost();
    if (stranger.isPresent()) {
      return stranger.get()
          + "; compare the fingerprint with what the host's owner publishes, then add the key to"
          + " known_hosts or to --git-ssh-known-hosts";
    }
    if (RepositoryLocation.isSsh(uri)) {
      return reason(uri, failure) + "; check the URL, and that " + ssh.offeredKeys() + " may read";
    }
    if (credentials.isRefused()) {
      return uri.getHost()
          + " refuses the credentials from "
          + credentials.source().orElse("the environment")
          + "; renew them, and check that they may read this repository";
    }
    if (uri.getHost() == null || uri.getHost().isBlank()) {
      return reason(uri, failure) + "; check the URL";
    }
    return reason(uri, failure)
        + "; check the URL, and for a private one set "
        + HostCredentials.tokenVariable(uri)
        + " or a credential helper";
  }

  private static String reason(URIish uri, Throwable failure) {
    String line =
        String.valueOf(failure.getMessage())
            .replace(uri + ": ", "")
            .lines()
            .findFirst()
            .orElse("no reason given")
            .replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "...";
  }

  @Override
  public void close() {
    ssh.close();
  }
}
