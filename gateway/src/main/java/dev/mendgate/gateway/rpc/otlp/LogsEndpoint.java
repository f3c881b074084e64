package dev.mendgate.gateway.rpc.otlp;

import dev.mendgate.gateway.ingest.FailureIngest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc.LogsServiceImplBase;
import java.util.function.Function;

/** Takes logs from any OpenTelemetry SDK or collector; answers when all of it is durable. */
public final class LogsEndpoint extends LogsServiceImplBase {
  private final FailureIngest ingest;
  private final Function<Throwable, StatusRuntimeException> errors;

  /**
   * Creates it.
   *
   * @param errors gives a failure the status that the sender sees
   */
  public LogsEndpoint(FailureIngest ingest, Function<Throwable, StatusRuntimeException> errors) {
    this.ingest = ingest;
    this.errors = errors;
  }

  @Override
  public void export(
      ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> answer) {
    var unused =
        ingest
            .ingest(LogFailures.of(request))
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

  private static ExportLogsServiceResponse response(Export export) {
    if (export.isComplete()) {
      return ExportLogsServiceResponse.getDefaultInstance();
    }
    return ExportLogsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportLogsPartialSuccess.newBuilder()
                .setRejectedLogRecords(export.rejected())
                .setErrorMessage(export.message()))
        .build();
  }
}
