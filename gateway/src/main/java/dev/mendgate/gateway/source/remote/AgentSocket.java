package dev.mendgate.gateway.source.remote;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the ssh agent over its socket, through the JDK instead of the native library that JGit's
 * own connector brings: a length in four bytes, then as many bytes.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-miller-ssh-agent">SSH Agent
 *     Protocol</a>
 */
final class AgentSocket extends AbstractConnector {
  private final Path socket;
  private @Nullable SocketChannel channel;

  AgentSocket(Path socket) {
    this.socket = socket;
  }

  @Override
  public boolean connect() throws IOException {
    if (channel == null) {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }
    return true;
  }

  @Override
  public byte[] rpc(byte command, byte[] message) throws IOException {
    prepareMessage(command, message);
    SocketChannel agent = channel;
    if (agent == null) {
      throw new IOException("not connected to the ssh agent");
    }
    ByteBuffer out = ByteBuffer.wrap(message);
    while (out.hasRemaining()) {
      agent.write(out);
    }
    return read(agent, toLength(command, read(agent, Integer.BYTES)));
  }

  private static byte[] read(SocketChannel agent, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (agent.read(in) < 0) {
        throw new EOFException("the ssh agent hung up");
      }
    }
    return in.array();
  }

  @Override
  public void close() throws IOException {
    SocketChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  /** Connects to the one agent that the environment names. */
  record Factory(Path socket) implements ConnectorFactory {
    private static final ConnectorDescriptor ONLY =
        new ConnectorDescriptor() {
          @Override
          public String getIdentityAgent() {
            return "SSH_AUTH_SOCK";
          }

          @Override
          public String getDisplayName() {
            return "ssh agent";
          }
        };

    @Override
    public Connector create(@Nullable String identityAgent, File homeDir) {
      return new AgentSocket(socket);
    }

    @Override
    public boolean isSupported() {
      return true;
    }

    @Override
    public String getName() {
      return "mendgate";
    }

    @Override
    public Collection<ConnectorDescriptor> getSupportedConnectors() {
      return List.of(ONLY);
    }

    @Override
    public ConnectorDescriptor getDefaultConnector() {
      return ONLY;
    }
  }
}
