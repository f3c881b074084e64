package dev.mendgate.gateway.source.blame;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time write an index. The system releases it when the process
 * dies.
 */
final class WriteLock implements AutoCloseable {
  static final String FILE = "lock";

  /** Locks on files are between processes; these are between threads. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final ReentrantLock thread;

  private WriteLock(FileChannel channel, ReentrantLock thread) {
    this.channel = channel;
    this.thread = thread;
  }

  /** Waits until nobody else writes. */
  static WriteLock take(Path folder) throws IOException {
    ReentrantLock thread =
        THREADS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new ReentrantLock());
    thread.lock();
    try {
      return new WriteLock(locked(folder), thread);
    } catch (IOException | RuntimeException e) {
      thread.unlock();
      throw e;
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      thread.unlock();
    }
  }
}
