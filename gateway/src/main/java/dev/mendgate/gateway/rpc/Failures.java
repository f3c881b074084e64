package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.source.InvalidRepositoryException;
import dev.mendgate.gateway.source.RepositoryExistsException;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.UnknownPathException;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import dev.mendgate.gateway.source.UnknownRevisionException;
import dev.mendgate.gateway.store.PageTokenException;
import dev.mendgate.gateway.store.StoreBusyException;
import dev.mendgate.gateway.store.StoreException;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
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
    if (cause instanceof SourceException source) {
      return ofSource(source, message);
    }
    if (cause instanceof CancellationException) {
      return RpcErrors.error(Code.CANCELLED, "CANCELLED", "the work was cancelled", Map.of());
    }
    return unforeseen(cause);
  }

  /** Messages of these are written for users and hold no credentials. */
  private static StatusRuntimeException ofSource(SourceException cause, String message) {
    if (cause instanceof InvalidRepositoryException) {
      return RpcErrors.invalid("repository", message);
    }
    if (cause instanceof UnknownRepositoryException) {
      return RpcErrors.error(Code.NOT_FOUND, "REPOSITORY_UNKNOWN", message, Map.of());
    }
    if (cause instanceof UnknownPathException) {
      return RpcErrors.error(Code.NOT_FOUND, "PATH_UNKNOWN", message, Map.of());
    }
    if (cause instanceof RepositoryExistsException) {
      return RpcErrors.error(Code.ALREADY_EXISTS, "REPOSITORY_EXISTS", message, Map.of());
    }
    if (cause instanceof UnknownRevisionException) {
      return RpcErrors.error(Code.FAILED_PRECONDITION, "REVISION_UNKNOWN", message, Map.of());
    }
    LOG.warn("A repository cannot be used", cause);
    return RpcErrors.error(Code.FAILED_PRECONDITION, "REPOSITORY_UNUSABLE", message, Map.of());
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
