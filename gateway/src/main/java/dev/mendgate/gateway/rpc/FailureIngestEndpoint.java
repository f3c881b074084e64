package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.ingest.FailureIngest;
import dev.mendgate.gateway.ingest.Submission;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.v1.FailureIngestServiceGrpc.FailureIngestServiceImplBase;
import dev.mendgate.v1.ReportFailuresRequest;
import dev.mendgate.v1.ReportFailuresResponse;
import dev.mendgate.v1.StreamFailuresRequest;
import dev.mendgate.v1.StreamFailuresResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes failure events in over gRPC. */
final class FailureIngestEndpoint extends FailureIngestServiceImplBase {
  private final FailureIngest ingest;
  private final Set<IngestStream> streams = ConcurrentHashMap.newKeySet();

  FailureIngestEndpoint(FailureIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public StreamObserver<StreamFailuresRequest> streamFailures(
      StreamObserver<StreamFailuresResponse> answers) {
    ServerCallStreamObserver<StreamFailuresResponse> call =
        (ServerCallStreamObserver<StreamFailuresResponse>) answers;
    return IngestStream.open(ingest, call, streams);
  }

  @Override
  public void reportFailures(
      ReportFailuresRequest request, StreamObserver<ReportFailuresResponse> answer) {
    List<Submission> submissions = submissions(request);
    var unused =
        ingest
            .ingest(submissions)
            .whenComplete(
                (results, failure) -> {
                  if (failure != null) {
                    answer.onError(Failures.toStatus(failure));
                    return;
                  }
                  answer.onNext(ReportFailuresResponse.newBuilder().addAllResults(results).build());
                  answer.onCompleted();
                });
  }

  private static List<Submission> submissions(ReportFailuresRequest request) {
    String producer = request.getProducerId();
    long first = request.getFirstSequence();
    if (!producer.isEmpty()) {
      Producer.check(producer);
      if (first < 1 || first > Long.MAX_VALUE - request.getEventsCount()) {
        throw RpcErrors.invalid("first_sequence", "must count up from 1");
      }
    }
    List<Submission> submissions = new ArrayList<>(request.getEventsCount());
    for (int i = 0; i < request.getEventsCount(); i++) {
      long sequence = first + i;
      EventKey key = producer.isEmpty() ? EventKey.NONE : new EventKey.Numbered(producer, sequence);
      submissions.add(new Submission(sequence, key, request.getEvents(i)));
    }
    return submissions;
  }

  /** Ends the open streams once what is under way on them is acknowledged. */
  void drain() {
    streams.forEach(IngestStream::drain);
  }
}
