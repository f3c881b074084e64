package dev.mendgate.gateway.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import dev.mendgate.v1.CodeReference;
import dev.mendgate.v1.FailureEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureEventsTest {
  private static final FailureEvent USABLE =
      FailureEvent.newBuilder()
          .setLogMessage("x")
          .setTraceId("4bf92f3577b34da6a3ce929d0e0e4736")
          .setSpanId("00f067aa0ba902b7")
          .setLogPatternHash("0123456789abcdef")
          .setRepository("my-repo.git")
          .setRevision("refs/tags/v1.2")
          .setExceptionType("a.b.C$D")
          .build();

  @Test
  void aUsableEventHasNoViolation() {
    assertEquals(List.of(), FailureEvents.validate(USABLE, EventLimits.DEFAULT));
  }

  @Test
  void everyViolationNamesItsField() {
    FailureEvent event =
        USABLE.toBuilder()
            .clearLogMessage()
            .setTraceId("0".repeat(32))
            .setSpanId("00F067AA0BA902B7")
            .setLogPatternHash("0123456789ABCDEF")
            .setRepository("../etc")
            .setRevision("--upload-pack=x")
            .setExceptionType("a b")
            .setOccurredAt(Timestamp.newBuilder().setNanos(-1))
            .setCode(CodeReference.newBuilder().setLineNumber(-1))
            .build();

    List<String> fields =
        FailureEvents.validate(event, EventLimits.DEFAULT).stream()
            .map(FieldViolation::field)
            .toList();

    assertEquals(
        List.of(
            "log_pattern_hash",
            "trace_id",
            "span_id",
            "occurred_at",
            "code.line_number",
            "repository",
            "revision",
            "exception_type"),
        fields);
  }

  @Test
  void anEmptyOrOversizedEventIsRefusedAsAWhole() {
    FailureEvent large = USABLE.toBuilder().setStackTrace("x".repeat(2_000)).build();

    assertEquals(
        "",
        FailureEvents.validate(FailureEvent.getDefaultInstance(), EventLimits.DEFAULT)
            .get(0)
            .field());
    assertEquals(1, FailureEvents.validate(large, new EventLimits(1_000, 1)).size());
  }
}
