package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the work of expensive calls: a few at a time, some waiting, the rest refused. A call that is
 * cancelled or out of time has its thread interrupted, or never gets one.
 */
final class WorkQueue implements AutoCloseable {
  private static final int CLOSE_SECONDS = 10;

  private final ThreadPoolExecutor threads;

  WorkQueue(int running, int waiting) {
    AtomicInteger count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            running,
            running,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> new Thread(work, "mendgate-work-" + count.incrementAndGet()));
  }

  /**
   * Runs the work of a call; what it throws ends the call.
   *
   * @throws io.grpc.StatusRuntimeException RESOURCE_EXHAUSTED if too much is waiting
   */
  void run(ServerCallStreamObserver<?> call, Runnable work) {
    FutureTask<Void> task =
        new FutureTask<>(Context.current().wrap(() -> finish(call, work)), null);
    call.setOnCancelHandler(
        () -> {
          task.cancel(true);
          threads.remove(task);
        });
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      throw RpcErrors.retryable(
          Code.RESOURCE_EXHAUSTED, "TOO_MUCH_WORK", "the gateway is busy; try again later");
    }
  }

  private static void finish(ServerCallStreamObserver<?> call, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      if (!call.isCancelled()) {
        call.onError(Failures.toStatus(e));
      }
    }
  }

  int depth() {
    return threads.getQueue().size();
  }

  /** Interrupts what is running and drops what is waiting. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
