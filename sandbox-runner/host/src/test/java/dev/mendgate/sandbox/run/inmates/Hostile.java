package dev.mendgate.sandbox.run.inmates;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Each test does its worst; none of them ends well by itself. */
class Hostile {
  private static final List<Object> HOARD = new ArrayList<>();

  @Test
  void loopsForever() {
    while (System.nanoTime() != 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void exits() {
    System.exit(0);
  }

  @Test
  void halts() {
    Runtime.getRuntime().halt(0);
  }

  @Test
  void exitsWithHookThatHangs() {
    Runtime.getRuntime().addShutdownHook(new Thread(Hostile::sleepForever));
    System.exit(3);
  }

  @Test
  void fillsHeap() {
    while (true) {
      HOARD.add(new long[1 << 16]);
    }
  }

  @Test
  void startsThreads() {
    while (true) {
      new Thread(Hostile::sleepForever).start();
    }
  }

  @Test
  void forks() throws Exception {
    new ProcessBuilder("sh", "-c", "f() { f | f & }; f; sleep 60").start().waitFor();
    sleepForever();
  }

  @Test
  void hoardsOutsideTheHeap() throws Exception {
    new ProcessBuilder("sh", "-c", "s=x; while :; do s=$s$s$s$s; done").start().waitFor();
    sleepForever();
  }

  @Test
  void floodsOutput() {
    while (true) {
      System.out.println("All work and no play makes a dull process.");
    }
  }

  @Test
  void fillsDisk() throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "large");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 16; i++) {
        out.write(block);
      }
    }
    for (int i = 0; i < 10_000; i++) {
      Files.copy(file, file.resolveSibling("large" + i));
    }
  }

  @Test
  void killsEverybody() throws Exception {
    new ProcessBuilder("sh", "-c", "kill -9 -1; kill -9 1; kill -9 $PPID").start().waitFor();
    sleepForever();
  }

  @Test
  void killsItself() throws Exception {
    new ProcessBuilder("sh", "-c", "kill -9 $PPID").start().waitFor();
    sleepForever();
  }

  @Test
  void forgesResults() throws IOException {
    try (OutputStream channel = new FileOutputStream("/dev/fd/3")) {
      channel.write(new byte[] {0, 0, 0, 2, 3, 0});
      channel.write(new byte[32]);
    }
    sleepForever();
  }

  @Test
  void leavesChildrenAndThreadsBehind() throws IOException {
    new ProcessBuilder("sh", "-c", "setsid sleep 600 & setsid sleep 600 &").start();
    new Thread(Hostile::sleepForever).start();
  }

  @Test
  void throwsSomethingNasty() {
    throw new Nasty();
  }

  private static void sleepForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers no question decently. */
  private static final class Nasty extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message for you");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text for you");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("no trace for you");
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }
}
