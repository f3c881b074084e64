package dev.mendgate.gateway.cli;

import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.StreamFailuresRequest;
import dev.mendgate.v1.StreamFailuresResponse;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends events until each is acknowledged, over a new stream where one breaks. */
final class EventSender {
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final Channel channel;
  private final String producer;

  EventSender(Channel channel, String producer) {
    this.channel = channel;
    this.producer = producer;
  }

  /**
   * Sends events with numbers from {@code first} on.
   *
   * @param acknowledged told each result once, in order of acknowledgement
   * @throws StatusRuntimeException if the gateway refuses the stream, or stays away
   */
  void send(long first, List<FailureEvent> events, Consumer<EventResult> acknowledged)
      throws InterruptedException {
    Map<Long, FailureEvent> open = new TreeMap<>();
    for (int i = 0; i < events.size(); i++) {
      open.put(first + i, events.get(i));
    }
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      int before = open.size();
      try {
        new Attempt(open, acknowledged).run();
      } catch (StatusRuntimeException e) {
        attempt = open.size() < before ? 1 : attempt;
        if (!isPassing(e.getStatus().getCode()) || attempt >= ATTEMPTS) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MILLIS << attempt);
      }
    }
  }

  private static boolean isPassing(Status.Code code) {
    return code == Status.Code.UNAVAILABLE || code == Status.Code.RESOURCE_EXHAUSTED;
  }

  /** One stream. */
  private final class Attempt
      implements ClientResponseObserver<StreamFailuresRequest, StreamFailuresResponse> {
    private final Map<Long, FailureEvent> open;
    private final Consumer<EventResult> acknowledged;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Attempt(Map<Long, FailureEvent> open, Consumer<EventResult> acknowledged) {
      this.open = open;
      this.acknowledged = acknowledged;
    }

    void run() throws InterruptedException {
      List<Long> numbers;
      synchronized (this) {
        numbers = List.copyOf(open.keySet());
      }
      ClientCallStreamObserver<StreamFailuresRequest> requests =
          (ClientCallStreamObserver<StreamFailuresRequest>)
              FailureIngestServiceGrpc.newStub(channel).streamFailures(this);
      for (long number : numbers) {
        awaitReady(requests);
        if (ended.isDone()) {
          break;
        }
        requests.onNext(request(number));
      }
      if (!ended.isDone()) {
        requests.onCompleted();
      }
      awaitEnd();
    }

    private synchronized StreamFailuresRequest request(long number) {
      return StreamFailuresRequest.newBuilder()
          .setProducerId(producer)
          .setSequence(number)
          .setEvent(open.getOrDefault(number, FailureEvent.getDefaultInstance()))
          .build();
    }

    /** Keeps no more in memory than the network takes. */
    private synchronized void awaitReady(ClientCallStreamObserver<?> requests)
        throws InterruptedException {
      while (!requests.isReady() && !ended.isDone()) {
        wait();
      }
    }

    private void awaitEnd() throws InterruptedException {
      try {
        ended.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof StatusRuntimeException status) {
          throw status;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamFailuresRequest> requests) {
      requests.setOnReadyHandler(this::wake);
    }

    private synchronized void wake() {
      notifyAll();
    }

    @Override
    public synchronized void onNext(StreamFailuresResponse response) {
      EventResult result = response.getResult();
      if (open.remove(result.getSequence()) != null) {
        acknowledged.accept(result);
      }
    }

    @Override
    public void onError(Throwable failure) {
      ended.completeExceptionally(failure);
      wake();
    }

    @Override
    public void onCompleted() {
      ended.complete(null);
      wake();
    }
  }
}
