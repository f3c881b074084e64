package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file that only grows. What counts is as long as its parts say; what a crash left behind that is
 * written over. For one writer; what is mapped stays valid while the file grows.
 */
public final class Column {
  private static final int MAX_PARTS = 64;
  private static final int BLOCK = 1 << 20;

  /**
   * Bytes that were written in one go.
   *
   * @param length how many
   * @param checksum their CRC-32C
   */
  public record Part(long length, int checksum) {}

  private final Path file;
  private final List<Part> parts;
  private long length;

  /** Takes a file that has at least these parts. */
  public Column(Path file, List<Part> parts) {
    this.file = file;
    this.parts = new ArrayList<>(parts);
    this.length = parts.stream().mapToLong(Part::length).sum();
  }

  /** Returns the number of bytes that count. */
  public long length() {
    return length;
  }

  /** Returns the parts. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /**
   * Appends bytes. They may be lost when the power fails; the checksum tells, and what an index
   * holds can be found again.
   */
  public void append(ByteBuffer bytes) throws IOException {
    if (!bytes.hasRemaining()) {
      return;
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    parts.add(new Part(bytes.remaining(), (int) checksum.getValue()));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long at = length;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      length = at;
    }
    if (parts.size() > MAX_PARTS) {
      joinParts();
    }
  }

  /**
   * Returns what the file holds.
   *
   * @throws CorruptIndexException where that is not what was written
   */
  public ByteBuffer map() throws IOException {
    if (length == 0) {
      return ByteBuffer.allocate(0);
    }
    if (length > Integer.MAX_VALUE) {
      throw new IOException(file + " has outgrown 2 GiB");
    }
    if (!Files.isRegularFile(file) || Files.size(file) < length) {
      throw new CorruptIndexException(file + " is missing or cut off");
    }
    ByteBuffer mapped;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
    }
    int at = 0;
    for (Part part : parts) {
      CRC32C checksum = new CRC32C();
      checksum.update(mapped.slice(at, (int) part.length()));
      if ((int) checksum.getValue() != part.checksum()) {
        throw new CorruptIndexException(file + " is damaged");
      }
      at += (int) part.length();
    }
    return mapped;
  }

  private void joinParts() throws IOException {
    CRC32C checksum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      for (long at = 0; at < length; ) {
        block.clear().limit((int) Math.min(BLOCK, length - at));
        int read = channel.read(block, at);
        if (read < 0) {
          throw new CorruptIndexException(file + " is cut off");
        }
        checksum.update(block.flip());
        at += read;
      }
    }
    parts.clear();
    parts.add(new Part(length, (int) checksum.getValue()));
  }
}
