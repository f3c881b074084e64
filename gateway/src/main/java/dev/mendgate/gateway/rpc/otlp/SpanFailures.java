package dev.mendgate.gateway.rpc.otlp;

import dev.mendgate.gateway.ingest.Submission;
import dev.mendgate.v1.FailureEvent;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the exceptions that spans have recorded as events. */
final class SpanFailures {
  private static final String EXCEPTION = "exception";

  private SpanFailures() {}

  /** Returns what is to be taken in, in order. */
  static List<Submission> of(ExportTraceServiceRequest request) {
    List<Submission> found = new ArrayList<>();
    for (ResourceSpans resource : request.getResourceSpansList()) {
      FailureEvent source = Source.of(resource.getResource());
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          for (Span.Event recorded : span.getEventsList()) {
            if (recorded.getName().equals(EXCEPTION)) {
              FailureEvent event = event(source, span, recorded);
              found.add(new Submission(0, Identity.of(event, recorded), event));
            }
          }
        }
      }
    }
    return found;
  }

  private static FailureEvent event(FailureEvent source, Span span, Span.Event recorded) {
    FailureEvent.Builder event = source.toBuilder();
    Source.read(Attributes.of(recorded.getAttributesList()), event);
    Source.readIds(span.getTraceId(), span.getSpanId(), event);
    Source.readTime(recorded.getTimeUnixNano(), event);
    return event.build();
  }
}
