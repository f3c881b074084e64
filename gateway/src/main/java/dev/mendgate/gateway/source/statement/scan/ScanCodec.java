package dev.mendgate.gateway.source.statement.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A scan as bytes: deflated, with each text once. Integers are big-endian; a count stands before
 * what is counted.
 */
public final class ScanCodec {
  /** Changes with the format, and with what the scanner finds in a file. */
  public static final int VERSION = 5;

  private ScanCodec() {}

  /**
   * Returns the bytes of a scan.
   *
   * @throws IOException where a name is longer than 65,535 bytes
   */
  public static byte[] encode(FileScan scan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      new ScanWriter(out).write(scan);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the scan of what {@link #encode} gave.
   *
   * @throws IOException where it is something else
   */
  public static FileScan decode(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return new ScanReader(in).scan();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no scan of statements", e);
    }
  }
}
