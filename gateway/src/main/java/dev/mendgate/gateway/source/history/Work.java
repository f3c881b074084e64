package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work that other threads do. */
public final class Work {
  private Work() {}

  /**
   * Returns what the work came to.
   *
   * @throws IOException where an object cannot be read, also because it is malformed
   */
  public static <T> T result(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while history was read");
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static IOException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UncheckedIOException unchecked) {
      cause = unchecked.getCause();
    }
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof OutOfMemoryError memory) {
      throw memory;
    }
    // Objects are read as they lie there; what git would refuse to write ends here.
    return new IOException("an object of the repository is malformed: " + cause, e);
  }
}
