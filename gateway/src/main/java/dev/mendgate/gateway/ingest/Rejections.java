package dev.mendgate.gateway.ingest;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import dev.mendgate.gateway.failure.FieldViolation;
import dev.mendgate.v1.Rejection;
import java.util.List;
import java.util.Map;

/**
 * Says why an event was not taken, in the form of AIP-193.
 *
 * <p>Reasons are upper-case words that stay stable, for programs to tell refusals apart by.
 */
public final class Rejections {
  /** Domain of all reasons that the gateway gives. */
  public static final String DOMAIN = "mendgate.dev";

  private Rejections() {}

  /** Returns a rejection for fields that break the contract; at least one. */
  static Rejection invalid(List<FieldViolation> violations) {
    BadRequest.Builder request = BadRequest.newBuilder();
    violations.forEach(violation -> request.addFieldViolations(encode(violation)));
    BadRequest.FieldViolation first = request.getFieldViolations(0);
    return Rejection.newBuilder()
        .setCode(Code.INVALID_ARGUMENT_VALUE)
        .setMessage(first.getField() + " " + first.getDescription())
        .addDetails(info("INVALID_EVENT", Map.of()))
        .addDetails(Any.pack(request.build()))
        .build();
  }

  private static BadRequest.FieldViolation encode(FieldViolation violation) {
    return BadRequest.FieldViolation.newBuilder()
        .setField(violation.field().isEmpty() ? "event" : violation.field())
        .setDescription(violation.description())
        .build();
  }

  /** Returns a rejection for an event of more bytes than the gateway is configured to keep. */
  static Rejection tooLarge(int bytes, int limit) {
    String description = "has %d bytes, more than the %d allowed".formatted(bytes, limit);
    BadRequest.FieldViolation violation = encode(new FieldViolation("event", description));
    Map<String, String> sizes =
        Map.of("bytes", String.valueOf(bytes), "limit", String.valueOf(limit));
    return Rejection.newBuilder()
        .setCode(Code.INVALID_ARGUMENT_VALUE)
        .setMessage("event " + description)
        .addDetails(info("EVENT_TOO_LARGE", sizes))
        .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
        .build();
  }

  private static Any info(String reason, Map<String, String> metadata) {
    return Any.pack(
        ErrorInfo.newBuilder()
            .setReason(reason)
            .setDomain(DOMAIN)
            .putAllMetadata(metadata)
            .build());
  }
}
