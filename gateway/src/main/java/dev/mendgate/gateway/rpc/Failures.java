package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.store.PageTokenException;
import dev.mendgate.gateway.store.StoreBusyException;
import dev.mendgate.gateway.store.StoreException;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every exception the status that a caller is to see. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * Returns the status of an exception.
   *
   * <p>What nobody foresaw becomes INTERNAL with a reference: the caller gets the reference, and
   * the log has the rest under it.
   */
  static StatusRuntimeException toStatus(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StatusRuntimeException status) {
      return status;
    }
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof PageTokenException) {
      return RpcErrors.invalid("page_token", message);
    }
    if (cause instanceof StoreBusyException) {
      return RpcErrors.retryable(Code.RESOURCE_EXHAUSTED, "STORE_BUSY", message);
    }
    if (cause instanceof StoreException) {
      LOG.error("The store failed", cause);
      return RpcErrors.retryable(
          Code.UNAVAILABLE, "STORE_UNAVAILABLE", "the gateway cannot write to its store");
    }
    return unforeseen(cause);
  }

  private static StatusRuntimeException unforeseen(Throwable cause) {
    String reference = UUID.randomUUID().toString();
    LOG.error("Unforeseen failure {}", reference, cause);
    return RpcErrors.error(
        Code.INTERNAL,
        "INTERNAL",
        "the gateway failed; its log tells more under " + reference,
        Map.of("reference", reference));
  }
}
