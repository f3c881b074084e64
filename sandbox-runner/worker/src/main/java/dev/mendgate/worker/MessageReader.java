package dev.mendgate.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link MessageWriter} sent, and believes nothing that is not sealed. */
public final class MessageReader {
  private static final int MAX_BYTES = 16 << 20;

  private final DataInputStream in;
  private final Seal seal;

  /** Reads from the start of a worker's messages. */
  public MessageReader(InputStream in, Seal seal) {
    this.in = new DataInputStream(in);
    this.seal = seal;
  }

  /**
   * Returns the next message, or null at the end of the stream, which may lie within a message
   * where a worker died.
   *
   * @throws ForgedMessageException if the bytes are not what a worker with this key sends
   */
  public @Nullable Message next() throws IOException, ForgedMessageException {
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length < Integer.BYTES) {
      return null;
    }
    int size = java.nio.ByteBuffer.wrap(length).getInt();
    if (size < 1 || size > MAX_BYTES) {
      throw new ForgedMessageException("Message of " + size + " bytes");
    }
    byte[] body = in.readNBytes(size);
    byte[] mac = in.readNBytes(Seal.MAC_BYTES);
    if (mac.length < Seal.MAC_BYTES) {
      return null;
    }
    if (!MessageDigest.isEqual(mac, seal.next(body))) {
      throw new ForgedMessageException("Message with a wrong seal");
    }
    return decode(body);
  }

  private static Message decode(byte[] body) throws ForgedMessageException {
    try {
      return MessageCodec.decode(body);
    } catch (IOException e) {
      throw new ForgedMessageException("Message that cannot be read: " + e.getMessage());
    }
  }

  /** Bytes in a worker's channel that no worker sent. */
  public static final class ForgedMessageException extends Exception {
    private static final long serialVersionUID = 1;

    ForgedMessageException(String message) {
      super(message);
    }
  }
}
