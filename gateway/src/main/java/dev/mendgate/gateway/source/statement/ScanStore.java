package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.ScanCodec;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What was found in files, by the ids of their contents: kept in one file, {@code "MGSS"}, version,
 * then entries of id (20 bytes), length, CRC-32C of id and bytes, bytes. An entry that is damaged
 * counts as missing. What is new is written to a file of its own, which {@link #keep} puts in the
 * place of the old one at once. Safe for concurrent use.
 */
final class ScanStore implements AutoCloseable {
  private static final int MAGIC = 0x4d475353;
  private static final int ENTRY = 28;
  private static final int ID = 20;
  private static final int MAX_LENGTH = 64 << 20;
  // Files that other branches hold, or that a revert brings back.
  private static final int KEPT_FOR_EACH_USED = 2;

  /** Where the bytes of an entry are. */
  private record Place(FileChannel file, long offset, int length) {}

  private final Path file;
  private final @Nullable FileChannel old;
  private final Path freshFile;
  private final FileChannel fresh;
  private final @Nullable Path dropped;
  private final Map<ObjectId, Place> places = new LinkedHashMap<>();
  private boolean changed;

  private ScanStore(Path file, @Nullable Path dropped) throws IOException {
    this.file = file;
    this.dropped = dropped;
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    old = Files.exists(file) ? FileChannel.open(file, StandardOpenOption.READ) : null;
    freshFile = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    fresh = FileChannel.open(freshFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
    write(ByteBuffer.allocate(8).putInt(MAGIC).putInt(ScanCodec.VERSION).flip());
    if (old != null) {
      readPlaces(old);
    }
  }

  static ScanStore open(Path file) throws IOException {
    return new ScanStore(file, null);
  }

  /** Returns an empty store that is gone when it is closed. */
  static ScanStore temporary() throws IOException {
    Path folder = Files.createTempDirectory("mendgate-statements");
    return new ScanStore(folder.resolve("scans"), folder);
  }

  private void readPlaces(FileChannel from) throws IOException {
    long size = from.size();
    ByteBuffer start = size < 8 ? ByteBuffer.allocate(8) : read(from, 0, 8);
    if (start.getInt() != MAGIC || start.getInt() != ScanCodec.VERSION) {
      return;
    }
    for (long at = 8; at + ENTRY <= size; ) {
      ByteBuffer entry = read(from, at, ENTRY);
      byte[] id = new byte[ID];
      entry.get(id);
      int length = entry.getInt();
      if (length < 0 || length > MAX_LENGTH || at + ENTRY + length > size) {
        return;
      }
      places.putIfAbsent(ObjectId.fromRaw(id), new Place(from, at, length));
      at += ENTRY + length;
    }
  }

  /** Returns the bytes of an entry; empty where it is missing or damaged. */
  synchronized Optional<byte[]> get(ObjectId id) throws IOException {
    Place place = places.get(id);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer entry = read(place.file, place.offset, ENTRY + place.length);
    byte[] bytes = new byte[place.length];
    entry.get(ENTRY, bytes);
    if (entry.getInt(ENTRY - 4) != checksum(id, bytes)) {
      places.remove(id);
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  synchronized void put(ObjectId id, byte[] bytes) throws IOException {
    long offset = fresh.size();
    ByteBuffer entry = ByteBuffer.allocate(ENTRY + bytes.length);
    byte[] raw = new byte[ID];
    id.copyRawTo(raw, 0);
    entry.put(raw).putInt(bytes.length).putInt(checksum(id, bytes)).put(bytes).flip();
    write(entry);
    places.put(id, new Place(fresh, offset, bytes.length));
    changed = true;
  }

  private void write(ByteBuffer bytes) throws IOException {
    fresh.position(fresh.size());
    while (bytes.hasRemaining()) {
      fresh.write(bytes);
    }
  }

  /** Replaces the file where anything is new: by what is used, and some of what is not. */
  synchronized void keep(Set<ObjectId> used) throws IOException {
    if (!changed || dropped != null) {
      return;
    }
    long others = (long) used.size() * KEPT_FOR_EACH_USED;
    for (Map.Entry<ObjectId, Place> entry : Map.copyOf(places).entrySet()) {
      boolean wanted = used.contains(entry.getKey()) || others-- > 0;
      Optional<byte[]> bytes =
          wanted && entry.getValue().file != fresh ? get(entry.getKey()) : Optional.empty();
      if (bytes.isPresent()) {
        put(entry.getKey(), bytes.orElseThrow());
      }
    }
    fresh.force(true);
    Files.move(
        freshFile, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ByteBuffer read(FileChannel from, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("the file was cut while it was read");
      }
    }
    return bytes.flip();
  }

  private static int checksum(ObjectId id, byte[] bytes) {
    byte[] raw = new byte[ID];
    id.copyRawTo(raw, 0);
    CRC32C crc = new CRC32C();
    crc.update(raw);
    crc.update(bytes);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    fresh.close();
    if (old != null) {
      old.close();
    }
    Files.deleteIfExists(freshFile);
    if (dropped != null) {
      Files.deleteIfExists(dropped);
    }
  }
}
