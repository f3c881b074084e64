package dev.mendgate.gateway.rpc;

import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.StreamFailuresRequest;
import dev.mendgate.v1.StreamFailuresResponse;
import io.grpc.Channel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.opentest4j.AssertionFailedError;

/** A sender's end of a stream, for tests. */
final class EventStream implements StreamObserver<StreamFailuresResponse> {
  private static final int WAIT_SECONDS = 30;

  private final BlockingQueue<EventResult> results = new LinkedBlockingQueue<>();
  private final CompletableFuture<List<EventResult>> ended = new CompletableFuture<>();
  private final ClientCallStreamObserver<StreamFailuresRequest> requests;

  EventStream(Channel channel) {
    requests =
        (ClientCallStreamObserver<StreamFailuresRequest>)
            FailureIngestServiceGrpc.newStub(channel).streamFailures(this);
  }

  void send(String producer, long sequence, FailureEvent event) {
    requests.onNext(
        StreamFailuresRequest.newBuilder()
            .setProducerId(producer)
            .setSequence(sequence)
            .setEvent(event)
            .build());
  }

  EventResult next() throws InterruptedException {
    EventResult result = results.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (result == null) {
      throw new AssertionFailedError("no acknowledgement");
    }
    return result;
  }

  /** Says that nothing more comes, and returns what was not fetched with {@link #next}. */
  List<EventResult> finish() throws Exception {
    requests.onCompleted();
    return ended.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for the server to end the stream; throws what it ended with. */
  List<EventResult> awaitEnd() throws Exception {
    return ended.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  void cancel() {
    requests.cancel("test", null);
  }

  @Override
  public void onNext(StreamFailuresResponse response) {
    results.add(response.getResult());
  }

  @Override
  public void onError(Throwable failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    ended.complete(List.copyOf(results));
  }
}
