package dev.mendgate.gateway.source.blame;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time write an index; the system releases it when the process dies. */
final class WriteLock implements AutoCloseable {
  static final String FILE = "lock";

  private final FileChannel channel;

  private WriteLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no other process writes. Threads of one process keep each other out themselves. */
  static WriteLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return new WriteLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
