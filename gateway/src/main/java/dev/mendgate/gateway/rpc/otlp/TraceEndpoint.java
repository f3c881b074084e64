package dev.mendgate.gateway.rpc.otlp;

import dev.mendgate.gateway.ingest.FailureIngest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceImplBase;
import java.util.function.Function;

/** Takes traces for the exceptions that spans record; answers when all of it is durable. */
public final class TraceEndpoint extends TraceServiceImplBase {
  private final FailureIngest ingest;
  private final Function<Throwable, StatusRuntimeException> errors;

  /**
   * Creates it.
   *
   * @param errors gives a failure the status that the sender sees
   */
  public TraceEndpoint(FailureIngest ingest, Function<Throwable, StatusRuntimeException> errors) {
    this.ingest = ingest;
    this.errors = errors;
  }

  @Override
  public void export(
      ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
    var unused =
        ingest
            .ingest(SpanFailures.of(request))
            .whenComplete(
                (results, failure) -> {
                  if (failure != null) {
                    answer.onError(errors.apply(failure));
                    return;
                  }
                  answer.onNext(response(Export.of(results)));
                  answer.onCompleted();
                });
  }

  /**
   * OTLP counts refused spans; here each refused exception counts, of which most spans have one.
   */
  private static ExportTraceServiceResponse response(Export export) {
    if (export.isComplete()) {
      return ExportTraceServiceResponse.getDefaultInstance();
    }
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setRejectedSpans(export.rejected())
                .setErrorMessage(export.message()))
        .build();
  }
}
