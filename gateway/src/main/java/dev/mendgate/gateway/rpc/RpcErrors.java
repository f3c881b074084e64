package dev.mendgate.gateway.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.mendgate.gateway.ingest.Rejections;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;

/** Builds the errors of calls: a code, one line for people, and details for programs (AIP-193). */
final class RpcErrors {
  private static final int RETRY_SECONDS = 1;

  private RpcErrors() {}

  /** Returns an error for a field of the request that breaks the contract. */
  static StatusRuntimeException invalid(String field, String description) {
    FieldViolation violation =
        FieldViolation.newBuilder().setField(field).setDescription(description).build();
    return error(
        Code.INVALID_ARGUMENT,
        "INVALID_REQUEST",
        field + ": " + description,
        Map.of("field", field),
        BadRequest.newBuilder().addFieldViolations(violation).build());
  }

  /** Returns an error that is to go away by itself soon. */
  static StatusRuntimeException retryable(Code code, String reason, String message) {
    RetryInfo retry =
        RetryInfo.newBuilder().setRetryDelay(Durations.fromSeconds(RETRY_SECONDS)).build();
    return error(code, reason, message, Map.of(), retry);
  }

  /**
   * Returns an error.
   *
   * @param reason upper-case words that stay stable
   * @param metadata what the message says, for programs
   */
  static StatusRuntimeException error(
      Code code, String reason, String message, Map<String, String> metadata, Message... details) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain(Rejections.DOMAIN)
                        .putAllMetadata(metadata)
                        .build()));
    for (Message detail : details) {
      status.addDetails(Any.pack(detail));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}
