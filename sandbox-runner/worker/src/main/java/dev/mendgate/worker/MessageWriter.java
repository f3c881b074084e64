package dev.mendgate.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Sends messages: length in bytes (int), message, seal; each in one write. */
public final class MessageWriter {
  private final OutputStream out;
  private final Seal seal;

  /** Writes to a stream that nothing else writes to. */
  public MessageWriter(OutputStream out, Seal seal) {
    this.out = out;
    this.seal = seal;
  }

  /** Sends one message; safe for concurrent use. */
  public synchronized void send(Message message) throws IOException {
    byte[] body = MessageCodec.encode(message);
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + body.length + Seal.MAC_BYTES);
    out.write(frame.putInt(body.length).put(body).put(seal.next(body)).array());
    out.flush();
  }
}
