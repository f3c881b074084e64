package dev.mendgate.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A few threads for one piece of work. Whoever waits and is interrupted interrupts all of them, so
 * that the processes they wait for are killed.
 */
final class Crew implements AutoCloseable {
  private final ExecutorService threads;

  Crew(int size, String name) {
    this.threads =
        Executors.newFixedThreadPool(
            size,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Applies a function to each item and returns the answers in order; stops early, leaving out what
   * follows, at the first answer that is enough.
   *
   * @throws CancellationException where the calling thread is interrupted; its flag stays set
   */
  <T, R> List<R> map(List<T> items, Function<T, R> function, Predicate<R> enough) {
    List<Future<R>> futures = new ArrayList<>();
    items.forEach(item -> futures.add(threads.submit(() -> function.apply(item))));
    List<R> answers = new ArrayList<>();
    try {
      for (Future<R> future : futures) {
        R answer = future.get();
        answers.add(answer);
        if (enough.test(answer)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("cancelled");
    } catch (ExecutionException e) {
      throw new IllegalStateException("validation failed: " + e.getCause(), e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
    return answers;
  }

  /** Interrupts what still runs and waits for it, at most ten seconds. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
