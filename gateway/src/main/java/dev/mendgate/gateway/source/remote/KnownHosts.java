package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.config.GitAccess.HostKeys;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Lets only known hosts in. JGit asks a person about a strange one; here nobody is asked, and the
 * refusal is kept so that it can be explained.
 */
final class KnownHosts implements ServerKeyDatabase {
  private final ServerKeyDatabase files;
  private final HostKeys wanted;
  private volatile @Nullable String refused;

  KnownHosts(ServerKeyDatabase files, HostKeys wanted) {
    this.files = files;
    this.wanted = wanted;
  }

  @Override
  public List<PublicKey> lookup(
      String connectAddress, InetSocketAddress remoteAddress, Configuration config) {
    return files.lookup(connectAddress, remoteAddress, new Checked(config));
  }

  @Override
  public boolean accept(
      String connectAddress,
      InetSocketAddress remoteAddress,
      PublicKey serverKey,
      Configuration config,
      @Nullable CredentialsProvider provider) {
    Configuration checked = new Checked(config);
    boolean accepted = files.accept(connectAddress, remoteAddress, serverKey, checked, null);
    if (!accepted) {
      boolean other = !files.lookup(connectAddress, remoteAddress, checked).isEmpty();
      refused =
          (other ? "its ssh host key is not the known one: " : "its ssh host key is not known: ")
              + KeyUtils.getKeyType(serverKey)
              + " "
              + KeyUtils.getFingerPrint(serverKey);
    }
    return accepted;
  }

  /** Returns why the host was not let in; empty where it was. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  private final class Checked implements Configuration {
    private final Configuration asked;

    Checked(Configuration asked) {
      this.asked = asked;
    }

    @Override
    public List<String> getUserKnownHostsFiles() {
      return List.of();
    }

    @Override
    public List<String> getGlobalKnownHostsFiles() {
      return List.of();
    }

    @Override
    public StrictHostKeyChecking getStrictHostKeyChecking() {
      return wanted == HostKeys.ACCEPT_NEW
          ? StrictHostKeyChecking.ACCEPT_NEW
          : StrictHostKeyChecking.REQUIRE_MATCH;
    }

    @Override
    public boolean getHashKnownHosts() {
      return false;
    }

    @Override
    public String getUsername() {
      return asked.getUsername();
    }
  }
}
