package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What counts of the files of a blame index: it is replaced as a whole, so that a crash leaves the
 * last state behind.
 *
 * <p>Format, all big-endian: {@code MGBX}, version, generation, view, number of the runs file,
 * count of columns; for each its name, count of parts, and length and checksum of each; last,
 * CRC-32C of all before.
 *
 * @param generation number of this index, another one after it was built anew
 * @param view what the history depends on beside the commits: where a shallow clone was cut off,
 *     and replaced objects
 * @param runsFile number of the file that holds the runs
 * @param columns parts of each column
 */
record Manifest(
    long generation, String view, int runsFile, Map<String, List<Column.Part>> columns) {
  /** Raised with every change of the format or of the answers. */
  private static final int VERSION = 2;

  private static final int MAGIC = 0x4d474258;

  byte[] encode() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(generation);
    out.writeUTF(view);
    out.writeInt(runsFile);
    out.writeInt(columns.size());
    for (var column : new TreeMap<>(columns).entrySet()) {
      out.writeUTF(column.getKey());
      out.writeInt(column.getValue().size());
      for (Column.Part part : column.getValue()) {
        out.writeLong(part.length());
        out.writeInt(part.checksum());
      }
    }
    out.writeInt(checksum(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /** Reads a manifest; empty where it is damaged, cut off or of another version. */
  static Optional<Manifest> decode(byte[] bytes) {
    int body = bytes.length - Integer.BYTES;
    if (body < 0 || ByteBuffer.wrap(bytes).getInt(body) != checksum(Arrays.copyOf(bytes, body))) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        return Optional.empty();
      }
      long generation = in.readLong();
      String view = in.readUTF();
      int runsFile = in.readInt();
      Map<String, List<Column.Part>> columns = new TreeMap<>();
      for (int count = in.readInt(); count > 0; count--) {
        String name = in.readUTF();
        List<Column.Part> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          parts.add(new Column.Part(in.readLong(), in.readInt()));
        }
        columns.put(name, parts);
      }
      return Optional.of(new Manifest(generation, view, runsFile, columns));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
