package dev.mendgate.gateway.pattern;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Reads the bytes of a log as text: unpacks gzip, follows a byte order mark, recognises UTF-16
 * without one, and takes anything else for UTF-8, in which broken bytes become U+FFFD.
 */
public final class LogText {
  private static final int LOOK = 512;
  private static final int BUFFER = 65_536;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private LogText() {}

  /**
   * Opens a log.
   *
   * @param in bytes, which the caller closes
   * @throws IOException if they cannot be read, or begin like gzip and are none
   */
  public static Reader open(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, BUFFER);
    byte[] head = look(bytes, 2);
    boolean packed =
        head.length == 2 && (head[0] & 0xff) == GZIP_FIRST && (head[1] & 0xff) == GZIP_SECOND;
    BufferedInputStream plain =
        packed ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
    return new InputStreamReader(plain, charset(look(plain, LOOK)));
  }

  private static byte[] look(BufferedInputStream in, int length) throws IOException {
    in.mark(length);
    byte[] head = in.readNBytes(length);
    in.reset();
    return head;
  }

  private static Charset charset(byte[] head) {
    if (head.length > 1 && (head[0] & head[1] & 0xfe) == 0xfe && head[0] != head[1]) {
      return StandardCharsets.UTF_16;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    int most = head.length * 2 / 5;
    if (head.length > 3 && odd > most && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return head.length > 3 && even > most && odd == 0
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }
}
