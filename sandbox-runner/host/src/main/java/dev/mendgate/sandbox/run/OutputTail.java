package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what code under test prints, keeps the end of it, and notices a flood. */
final class OutputTail implements Runnable {
  private static final int KEPT_BYTES = 64 << 10;

  private final InputStream in;
  private final long limit;
  private final byte[] ring = new byte[KEPT_BYTES];
  private long total;

  OutputTail(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8 << 10];
    try {
      int read = in.read(buffer);
      while (read >= 0 && keep(buffer, read)) {
        read = in.read(buffer);
      }
    } catch (IOException closed) {
      // The process is gone; what came before is kept.
    }
  }

  synchronized boolean flooded() {
    return total > limit;
  }

  /** Returns the end of the output. */
  synchronized String text() {
    int kept = (int) Math.min(total, KEPT_BYTES);
    byte[] tail = new byte[kept];
    for (int i = 0; i < kept; i++) {
      tail[i] = ring[(int) ((total - kept + i) % KEPT_BYTES)];
    }
    return new String(tail, StandardCharsets.UTF_8);
  }

  private synchronized boolean keep(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (total++ % KEPT_BYTES)] = buffer[i];
    }
    return total <= limit;
  }
}
