package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.Appended;
import dev.mendgate.gateway.store.NewEvent;
import dev.mendgate.gateway.store.StoreBusyException;
import dev.mendgate.gateway.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread that writes whatever waits in one transaction, so that the price of reaching the disk
 * is shared by all who wait for it.
 */
final class GroupCommit implements AutoCloseable {
  /** What one transaction takes at most, in events; keeps the wait of the first one short. */
  private static final int BATCH_EVENTS = 2_000;

  /** What may wait, in units of {@link #UNIT} bytes: 64 MiB. */
  private static final int CAPACITY = 65_536;

  private static final int UNIT = 1_024;
  private static final int WAIT_SECONDS = 5;

  private final Transaction transaction;
  private final Semaphore room = new Semaphore(CAPACITY, true);
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger depth = new AtomicInteger();
  private final Thread writer;
  private boolean closed;

  /** Writes events and makes them durable, all or none. */
  @FunctionalInterface
  interface Transaction {
    /** Returns one element for each event. */
    List<Appended> write(List<NewEvent> events);
  }

  private record Waiting(
      List<NewEvent> events, int weight, CompletableFuture<List<Appended>> done) {
    boolean isLast() {
      return weight == 0;
    }
  }

  GroupCommit(Transaction transaction) {
    this.transaction = transaction;
    this.writer = new Thread(this::run, "mendgate-store-writer");
    writer.start();
  }

  CompletableFuture<List<Appended>> append(List<NewEvent> events) {
    int weight = weight(events);
    acquire(weight);
    CompletableFuture<List<Appended>> done = new CompletableFuture<>();
    synchronized (this) {
      if (closed) {
        room.release(weight);
        throw new IllegalStateException("the store is closed");
      }
      depth.addAndGet(events.size());
      queue.add(new Waiting(List.copyOf(events), weight, done));
    }
    return done;
  }

  private static int weight(List<NewEvent> events) {
    long weight = 1;
    for (NewEvent event : events) {
      weight += 1 + event.payload().size() / UNIT;
    }
    return (int) Math.min(weight, CAPACITY);
  }

  private void acquire(int weight) {
    try {
      if (!room.tryAcquire(weight, WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreBusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreBusyException();
    }
  }

  int depth() {
    return depth.get();
  }

  private void run() {
    boolean last = false;
    while (!last) {
      List<Waiting> batch = new ArrayList<>();
      try {
        last = collect(batch);
      } catch (InterruptedException e) {
        // Nobody but the store knows this thread; only close() ends it.
        continue;
      }
      commit(batch);
    }
  }

  private boolean collect(List<Waiting> batch) throws InterruptedException {
    Waiting next = queue.take();
    int events = 0;
    while (next != null && !next.isLast()) {
      batch.add(next);
      events += next.events().size();
      next = events < BATCH_EVENTS ? queue.poll() : null;
    }
    return next != null;
  }

  private void commit(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<NewEvent> events = batch.stream().flatMap(w -> w.events().stream()).toList();
    try {
      List<Appended> appended = transaction.write(events);
      int from = 0;
      for (Waiting waiting : batch) {
        int to = from + waiting.events().size();
        List<Appended> own = List.copyOf(appended.subList(from, to));
        settle(waiting, () -> waiting.done().complete(own));
        from = to;
      }
    } catch (StoreException e) {
      batch.forEach(waiting -> settle(waiting, () -> waiting.done().completeExceptionally(e)));
    }
  }

  private void settle(Waiting waiting, Runnable outcome) {
    room.release(waiting.weight());
    depth.addAndGet(-waiting.events().size());
    outcome.run();
  }

  /** Lets the thread write what waits, and waits for its end. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      queue.add(new Waiting(List.of(), 0, new CompletableFuture<>()));
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
