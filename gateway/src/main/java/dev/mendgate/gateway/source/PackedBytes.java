package dev.mendgate.gateway.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Packs numbers and texts: numbers from 0 in groups of seven bits, lowest first, the top bit set on
 * all but the last; texts as their length and UTF-8; seconds and checksums big-endian.
 */
final class PackedBytes {
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;

  private PackedBytes() {}

  /** Appends values. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(int value) {
      int rest = value;
      while (rest > LOW_BITS) {
        out.write(rest & LOW_BITS | MORE);
        rest >>>= 7;
      }
      out.write(rest);
    }

    void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      raw(bytes);
    }

    void seconds(long seconds) {
      raw(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array());
    }

    void checksum(int checksum) {
      raw(ByteBuffer.allocate(Integer.BYTES).putInt(checksum).array());
    }

    void raw(byte[] bytes) {
      out.writeBytes(bytes);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  /** Reads values in the order they were written. */
  static final class Reader {
    private final ByteBuffer in;

    Reader(byte[] bytes, int from) {
      this.in = ByteBuffer.wrap(bytes).position(from);
    }

    int number() {
      int value = 0;
      int shift = 0;
      byte part;
      do {
        part = in.get();
        value |= (part & LOW_BITS) << shift;
        shift += 7;
      } while (part < 0);
      return value;
    }

    String text() {
      return new String(raw(number()), StandardCharsets.UTF_8);
    }

    long seconds() {
      return in.getLong();
    }

    int checksum() {
      return in.getInt();
    }

    byte[] raw(int length) {
      byte[] bytes = new byte[length];
      in.get(bytes);
      return bytes;
    }

    int position() {
      return in.position();
    }
  }
}
