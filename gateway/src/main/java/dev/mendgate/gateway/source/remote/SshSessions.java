package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.config.GitAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens the ssh connections of one visit with what the gateway was told, and nothing else: keys
 * from files or the agent, hosts from files of known hosts, no {@code ~/.ssh/config}, no passwords,
 * no questions.
 */
final class SshSessions extends SshdSessionFactory {
  private static final String PASSPHRASE = "MENDGATE_GIT_SSH_PASSPHRASE";
  private static final String AGENT = "SSH_AUTH_SOCK";

  private final GitAccess access;
  private final Map<String, String> environment;
  private volatile @Nullable KnownHosts knownHosts;

  SshSessions(GitAccess access, Map<String, String> environment) {
    super(null, null);
    this.access = access;
    this.environment = environment;
  }

  /** Returns why the host was not let in; empty where it was. */
  Optional<String> refusedHost() {
    KnownHosts hosts = knownHosts;
    return hosts == null ? Optional.empty() : hosts.refused();
  }

  /** Names the keys that were offered, for a person who has to find the right one. */
  String offeredKeys() {
    if (!access.sshKeys().isEmpty()) {
      return "the key in " + access.sshKeys().get(0);
    }
    return getConnectorFactory() == null ? "the keys in ~/.ssh" : "the ssh agent's keys";
  }

  @Override
  protected @Nullable File getSshConfig(File sshDir) {
    return null;
  }

  @Override
  protected List<Path> getDefaultIdentities(File sshDir) {
    return access.sshKeys().isEmpty() ? super.getDefaultIdentities(sshDir) : access.sshKeys();
  }

  /** Keys in files are named to be used, so the agent's are not offered beside them. */
  @Override
  protected @Nullable ConnectorFactory getConnectorFactory() {
    String socket = environment.getOrDefault(AGENT, "");
    return socket.isBlank() || !access.sshKeys().isEmpty()
        ? null
        : new AgentSocket.Factory(Path.of(socket));
  }

  @Override
  protected List<Path> getDefaultKnownHostsFiles(File sshDir) {
    if (!access.knownHosts().isEmpty()) {
      return access.knownHosts();
    }
    return List.of(
        sshDir.toPath().resolve("known_hosts"),
        sshDir.toPath().resolve("known_hosts2"),
        Path.of("/etc/ssh/ssh_known_hosts"));
  }

  @Override
  protected ServerKeyDatabase createServerKeyDatabase(File homeDir, File sshDir) {
    if (access.hostKeys() == GitAccess.HostKeys.ACCEPT_NEW) {
      // JGit would ask whether to make it.
      create(getDefaultKnownHostsFiles(sshDir).get(0));
    }
    KnownHosts hosts =
        new KnownHosts(super.createServerKeyDatabase(homeDir, sshDir), access.hostKeys());
    knownHosts = hosts;
    return hosts;
  }

  private static void create(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }

  @Override
  protected String getDefaultPreferredAuthentications() {
    return "publickey";
  }

  @Override
  protected KeyPasswordProvider createKeyPasswordProvider(@Nullable CredentialsProvider provider) {
    return new Passphrase(environment.get(PASSPHRASE));
  }

  private record Passphrase(@Nullable String text) implements KeyPasswordProvider {
    @Override
    public char @Nullable [] getPassphrase(URIish uri, int attempt) {
      return text == null ? null : text.toCharArray();
    }

    @Override
    public void setAttempts(int maxNumberOfAttempts) {
      // One passphrase is either right or wrong.
    }

    @Override
    public boolean keyLoaded(URIish uri, int attempt, @Nullable Exception error) {
      return false;
    }
  }
}
