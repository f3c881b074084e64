package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.Suggestions;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.v1.FixServiceGrpc.FixServiceImplBase;
import dev.mendgate.v1.LocateFailureRequest;
import dev.mendgate.v1.LocateFailureResponse;
import dev.mendgate.v1.SuggestFixRequest;
import dev.mendgate.v1.SuggestFixResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;

/** Answers failures over gRPC. */
final class FixEndpoint extends FixServiceImplBase {
  private static final int DEFAULT_TOP = 10;

  private final RequestedFailure.Reader failures;
  private final SuggestionDesk desk;
  private final WorkQueue work;
  private final Telemetry telemetry;

  FixEndpoint(
      RequestedFailure.Reader failures, SuggestionDesk desk, WorkQueue work, Telemetry telemetry) {
    this.failures = failures;
    this.desk = desk;
    this.work = work;
    this.telemetry = telemetry;
  }

  @Override
  public void locateFailure(
      LocateFailureRequest request, StreamObserver<LocateFailureResponse> answer) {
    RequestedFailure failure = failures.read(request);
    ServerCallStreamObserver<LocateFailureResponse> call =
        (ServerCallStreamObserver<LocateFailureResponse>) answer;
    work.run(
        call,
        () -> {
          call.onNext(FixMessages.located(NotLocatedErrors.require(desk.locate(failure))));
          call.onCompleted();
        });
  }

  @Override
  public void suggestFix(SuggestFixRequest request, StreamObserver<SuggestFixResponse> answer) {
    if (request.getTop() < 0) {
      throw RpcErrors.invalid("top", "must not be negative");
    }
    RequestedFailure failure = failures.read(request);
    ServerCallStreamObserver<SuggestFixResponse> call =
        (ServerCallStreamObserver<SuggestFixResponse>) answer;
    long begin = System.nanoTime();
    work.run(
        call,
        () -> {
          String outcome = "failed";
          try {
            suggest(failure, request, call);
            outcome = "ok";
          } finally {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            telemetry.recordSuggestion(call.isCancelled() ? "cancelled" : outcome, taken);
          }
        });
  }

  private void suggest(
      RequestedFailure failure,
      SuggestFixRequest request,
      ServerCallStreamObserver<SuggestFixResponse> call) {
    SuggestionStream stream = new SuggestionStream(call);
    Suggestions suggestions = desk.suggest(failure, !request.getSkipValidation(), stream);
    NotLocatedErrors.require(suggestions.outcome());
    int top = request.getTop() == 0 ? DEFAULT_TOP : request.getTop();
    List<Candidate> all = suggestions.candidates();
    stream.finish(all.subList(0, Math.min(top, all.size())));
  }
}
