package dev.mendgate.gateway.rpc.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;
import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.failure.TracedThrowable;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.v1.FailureEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Recognises an occurrence that is exported twice: by logs and by traces, or again because the
 * answer was lost. OTLP has no sequence numbers.
 */
final class Identity {
  private Identity() {}

  /**
   * Returns what identifies an occurrence: an exception by its span, type and message, anything
   * else by all of its record, provided that tells the time.
   */
  static EventKey of(FailureEvent event, Message record) {
    TracedThrowable top = top(event);
    String type = first(event.getExceptionType(), top == null ? null : top.exceptionType());
    String message = first(event.getExceptionMessage(), top == null ? null : top.message());
    if (!event.getTraceId().isEmpty() && !event.getSpanId().isEmpty() && !type.isEmpty()) {
      return digest("span", event.getTraceId(), event.getSpanId(), type, message);
    }
    if (!event.hasOccurredAt()) {
      return EventKey.NONE;
    }
    return digest(
        "record",
        event.getService(),
        event.getServiceVersion(),
        event.getLogger(),
        HexFormat.of().formatHex(record.toByteArray()));
  }

  private static @Nullable TracedThrowable top(FailureEvent event) {
    if (!event.getExceptionType().isEmpty()) {
      return null;
    }
    return FailureEvents.trace(event) instanceof TraceOutcome.Found found
        ? found.trace().top()
        : null;
  }

  private static String first(String told, @Nullable String read) {
    return told.isEmpty() && read != null ? read : told;
  }

  private static EventKey digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        // The length keeps ("ab", "c") from ("a", "bc").
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return new EventKey.Digest("otlp:" + HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
