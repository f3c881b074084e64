package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.CorruptIndexException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Packs the runs of a file: length and CRC-32C of what follows, four bytes each, big-endian; then
 * numbers in groups of seven bits, lowest first, the top bit set on all but the last: how many
 * runs, and for each its length, its commit and original line as differences from what would
 * continue the run before (signs folded into the lowest bit), and its path where that is another
 * than the run before had.
 */
final class RunCodec {
  private static final int HEADER = 8;
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;

  private RunCodec() {}

  static byte[] encode(Runs runs) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(runs.size() * 6 + 8);
    number(body, runs.size());
    int commit = 0;
    int next = 0;
    int path = -1;
    for (int run = 0; run < runs.size(); run++) {
      boolean samePath = runs.path(run) == path;
      number(body, runs.length(run) << 1 | (samePath ? 0 : 1));
      number(body, folded(runs.commit(run) - commit));
      number(body, folded(runs.original(run) - next));
      if (!samePath) {
        number(body, runs.path(run));
      }
      commit = runs.commit(run);
      path = runs.path(run);
      next = runs.original(run) + runs.length(run);
    }
    byte[] bytes = body.toByteArray();
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return ByteBuffer.allocate(HEADER + bytes.length)
        .putInt(bytes.length)
        .putInt((int) checksum.getValue())
        .put(bytes)
        .array();
  }

  /** Returns the number of bytes that encoded runs take. */
  static int length(ByteBuffer all, int offset) throws CorruptIndexException {
    return HEADER + body(all, offset).remaining();
  }

  /** Reads runs up to and with the one of a line, from 0. */
  static Runs decode(ByteBuffer all, int offset, int untilLine) throws CorruptIndexException {
    ByteBuffer in = body(all, offset);
    CRC32C checksum = new CRC32C();
    checksum.update(in.duplicate());
    if ((int) checksum.getValue() != all.getInt(offset + Integer.BYTES)) {
      throw new CorruptIndexException("the runs at " + offset + " are damaged");
    }
    Runs runs = new Runs();
    int line = 0;
    int commit = 0;
    int next = 0;
    int path = -1;
    for (int count = number(in); count > 0 && line <= untilLine; count--) {
      int head = number(in);
      int length = head >>> 1;
      commit += unfolded(number(in));
      int original = next + unfolded(number(in));
      if ((head & 1) != 0) {
        path = number(in);
      }
      runs.add(line, length, commit, path, original);
      line += length;
      next = original + length;
    }
    return runs;
  }

  private static ByteBuffer body(ByteBuffer all, int offset) throws CorruptIndexException {
    if (offset < 0 || offset + HEADER > all.limit()) {
      throw new CorruptIndexException("no runs at " + offset);
    }
    int length = all.getInt(offset);
    if (length < 1 || length > all.limit() - offset - HEADER) {
      throw new CorruptIndexException("the runs at " + offset + " are cut off");
    }
    return all.slice(offset + HEADER, length);
  }

  private static int folded(int number) {
    return number << 1 ^ number >> 31;
  }

  private static int unfolded(int number) {
    return number >>> 1 ^ -(number & 1);
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      out.write(rest & LOW_BITS | MORE);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static int number(ByteBuffer in) {
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
}
