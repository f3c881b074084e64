package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files of the data folder whole: a reader sees the old content or the new. */
final class DataFiles {
  private DataFiles() {}

  /**
   * Replaces a file, making its folder where needed; the content is on disk before its name is.
   *
   * @throws SourceException where the folder cannot be written
   */
  static void replace(Path file, byte[] content) {
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "write", ".tmp");
      try {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(content);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
          channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new SourceException("cannot write " + file + ": " + e + "; check the data folder", e);
    }
  }
}
