package dev.mendgate.gateway.source.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.common.AbstractAgentClient;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;

/** A real ssh server on the loopback interface that lets one key read repositories with git. */
final class GitSshServer implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private KeyPair hostKey = newKey("ecdsa-sha2-nistp256", 256);

  private GitSshServer() {}

  static GitSshServer letting(PublicKey user) throws IOException {
    GitSshServer git = new GitSshServer();
    git.server.setHost("127.0.0.1");
    git.server.setKeyPairProvider(KeyPairProvider.wrap(git.hostKey));
    git.server.setPublickeyAuthenticator(
        (name, key, session) -> name.equals("git") && KeyUtils.compareKeys(key, user));
    git.server.setCommandFactory(
        (channel, command) -> {
          String path = command.replaceFirst("^git-upload-pack '(.*)'$", "$1");
          return new ProcessShellFactory(command, "git", "upload-pack", path).createShell(channel);
        });
    git.server.start();
    return git;
  }

  static KeyPair newKey(String type, int size) {
    try {
      return KeyUtils.generateKeyPair(type, size);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes a private key as {@code ssh-keygen} does; without a passphrase where it is empty. */
  static Path write(KeyPair key, String passphrase, Path file) throws Exception {
    OpenSSHKeyEncryptionContext encryption = null;
    if (!passphrase.isEmpty()) {
      encryption = new OpenSSHKeyEncryptionContext();
      encryption.setCipherType("256");
      encryption.setPassword(passphrase);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, out);
    }
    return file;
  }

  /** Serves an agent that holds one key, until the socket is closed. */
  static ServerSocketChannel agent(KeyPair key, Path socket) throws IOException {
    AgentImpl keys = new AgentImpl();
    keys.addIdentity(key, "test");
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(() -> serve(keys, listening), "test-ssh-agent");
    thread.setDaemon(true);
    thread.start();
    return listening;
  }

  private static void serve(SshAgent keys, ServerSocketChannel listening) {
    try {
      while (true) {
        try (SocketChannel caller = listening.accept()) {
          answer(keys, caller);
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void answer(SshAgent keys, SocketChannel caller) throws IOException {
    AbstractAgentClient conversation =
        new AbstractAgentClient(keys) {
          @Override
          protected void reply(Buffer reply) throws IOException {
            caller.write(ByteBuffer.wrap(reply.array(), reply.rpos(), reply.available()));
          }
        };
    byte[] bytes = new byte[8192];
    var in = Channels.newInputStream(caller);
    for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
      conversation.messageReceived(new ByteArrayBuffer(bytes.clone(), 0, n));
    }
  }

  int port() {
    return server.getPort();
  }

  String url(Path repository) {
    return "ssh://git@127.0.0.1:" + server.getPort() + repository;
  }

  /** Writes the server's key into a file of known hosts. */
  Path knownHosts(Path file) throws IOException {
    String line =
        "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic());
    return Files.write(file, List.of(line));
  }

  /** Makes it another host, in effect: it shows a new key from now on. */
  void changeHostKey() {
    hostKey = newKey("ecdsa-sha2-nistp256", 256);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
