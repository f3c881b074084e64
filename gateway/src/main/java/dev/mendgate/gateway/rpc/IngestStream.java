package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.ingest.FailureIngest;
import dev.mendgate.gateway.ingest.Submission;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.StreamFailuresRequest;
import dev.mendgate.v1.StreamFailuresResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One sender's stream: takes as many events as are acknowledged, and acknowledges in the order in
 * which events came.
 *
 * <p>Answers come from the store's thread, messages from gRPC's; what both touch is guarded by this
 * object.
 */
final class IngestStream implements StreamObserver<StreamFailuresRequest> {
  /** Events that may be under way at a time: more than a group commit takes to pay off. */
  private static final int WINDOW = 512;

  private final FailureIngest ingest;
  private final ServerCallStreamObserver<StreamFailuresResponse> call;
  private final Set<IngestStream> open;
  private final Deque<CompletableFuture<EventResult>> pending = new ArrayDeque<>();
  private String producer = "";
  private boolean halfClosed;
  private boolean draining;
  private boolean ended;

  private IngestStream(
      FailureIngest ingest,
      ServerCallStreamObserver<StreamFailuresResponse> call,
      Set<IngestStream> open) {
    this.ingest = ingest;
    this.call = call;
    this.open = open;
  }

  /** Begins a stream, which stands in the set while it is open. */
  static IngestStream open(
      FailureIngest ingest,
      ServerCallStreamObserver<StreamFailuresResponse> call,
      Set<IngestStream> open) {
    IngestStream stream = new IngestStream(ingest, call, open);
    open.add(stream);
    call.disableAutoRequest();
    call.setOnReadyHandler(stream::acknowledge);
    call.setOnCancelHandler(stream::forget);
    call.request(WINDOW);
    return stream;
  }

  @Override
  public void onNext(StreamFailuresRequest request) {
    CompletableFuture<EventResult> result;
    try {
      producer = Producer.continued(producer, request.getProducerId());
      result = take(request);
    } catch (RuntimeException e) {
      result = CompletableFuture.failedFuture(e);
    }
    synchronized (this) {
      if (ended) {
        return;
      }
      pending.add(result);
    }
    var unused = result.whenComplete((done, failure) -> acknowledge());
  }

  private CompletableFuture<EventResult> take(StreamFailuresRequest request) {
    long sequence = request.getSequence();
    if (sequence < 1) {
      return CompletableFuture.completedFuture(
          ingest.reject(sequence, "sequence", "must count up from 1"));
    }
    EventKey key = new EventKey.Numbered(producer, sequence);
    return ingest.ingest(new Submission(sequence, key, request.getEvent()));
  }

  private synchronized void acknowledge() {
    int taken = 0;
    while (!ended && call.isReady() && !pending.isEmpty() && pending.element().isDone()) {
      CompletableFuture<EventResult> next = pending.remove();
      if (next.isCompletedExceptionally()) {
        fail(next);
        return;
      }
      call.onNext(StreamFailuresResponse.newBuilder().setResult(next.join()).build());
      taken++;
    }
    if (ended) {
      return;
    }
    if (pending.isEmpty() && (halfClosed || draining)) {
      end();
    } else if (taken > 0 && !draining) {
      call.request(taken);
    }
  }

  private void fail(CompletableFuture<EventResult> failed) {
    forget();
    var unused =
        failed.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                call.onError(Failures.toStatus(failure));
              }
            });
  }

  private void end() {
    forget();
    if (halfClosed) {
      call.onCompleted();
      return;
    }
    call.onError(
        RpcErrors.retryable(Code.UNAVAILABLE, "SHUTTING_DOWN", "the gateway is shutting down"));
  }

  /** Acknowledges what is under way, takes nothing more, and ends the stream. */
  synchronized void drain() {
    draining = true;
    acknowledge();
  }

  @Override
  public void onCompleted() {
    synchronized (this) {
      halfClosed = true;
    }
    acknowledge();
  }

  @Override
  public void onError(Throwable cancelled) {
    forget();
  }

  /** Nothing is said on this stream any more; what was taken is written all the same. */
  private synchronized void forget() {
    ended = true;
    pending.clear();
    open.remove(this);
  }
}
