package dev.mendgate.gateway.rpc.otlp;

import dev.mendgate.gateway.ingest.Submission;
import dev.mendgate.v1.FailureEvent;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.util.ArrayList;
import java.util.List;

/** Finds the log records that tell of failures: exceptions, and errors without one. */
final class LogFailures {
  private LogFailures() {}

  /** Returns what is to be taken in, in order. */
  static List<Submission> of(ExportLogsServiceRequest request) {
    List<Submission> found = new ArrayList<>();
    for (ResourceLogs resource : request.getResourceLogsList()) {
      FailureEvent source = Source.of(resource.getResource());
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        for (LogRecord record : scope.getLogRecordsList()) {
          Attributes attributes = Attributes.of(record.getAttributesList());
          if (isFailure(record, attributes)) {
            FailureEvent event = event(source, scope, record, attributes);
            found.add(new Submission(0, Identity.of(event, record), event));
          }
        }
      }
    }
    return found;
  }

  private static boolean isFailure(LogRecord record, Attributes attributes) {
    return record.getSeverityNumberValue() >= SeverityNumber.SEVERITY_NUMBER_ERROR_VALUE
        || !attributes.text(Source.TYPE, Source.STACKTRACE, Source.MESSAGE).isEmpty();
  }

  private static FailureEvent event(
      FailureEvent source, ScopeLogs scope, LogRecord record, Attributes attributes) {
    FailureEvent.Builder event = source.toBuilder();
    Source.read(attributes, event);
    Source.readIds(record.getTraceId(), record.getSpanId(), event);
    long time = record.getTimeUnixNano();
    Source.readTime(time != 0 ? time : record.getObservedTimeUnixNano(), event);
    return event
        .setLogMessage(LogBody.message(record.getBody(), attributes))
        .setLogTemplate(attributes.text(Source.TEMPLATE))
        .setLogger(scope.getScope().getName())
        .build();
  }
}
