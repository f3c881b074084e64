package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.Fingerprint;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.failure.TracedThrowable;
import dev.mendgate.v1.FailureEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read out of a valid event to group and find it by.
 *
 * @param fingerprint names the failure group
 * @param exceptionType class of the exception, empty where there is none
 * @param title one line for people
 * @param patternHash log-pattern hash, empty where there is no log line
 */
record Reading(String fingerprint, String exceptionType, String title, String patternHash) {
  private static final int TITLE_LENGTH = 200;

  /** Reads an event that was found valid. */
  static Reading of(FailureEvent event) {
    TraceOutcome trace = FailureEvents.trace(event);
    TracedThrowable top = trace instanceof TraceOutcome.Found found ? found.trace().top() : null;
    String type = first(event.getExceptionType(), top == null ? null : top.exceptionType());
    String message = first(event.getExceptionMessage(), top == null ? null : top.message());
    String hash = FailureEvents.logPatternHash(event).orElse("");
    return new Reading(Fingerprint.of(event, trace), type, title(event, type, message), hash);
  }

  private static String first(String told, @Nullable String read) {
    return told.isEmpty() && read != null ? read : told;
  }

  private static String title(FailureEvent event, String type, String message) {
    String exception = message.isBlank() || type.isEmpty() ? type : type + ": " + message;
    String title =
        Stream.of(
                exception,
                event.getLogMessage(),
                event.getLogTemplate(),
                message,
                event.getStackTrace(),
                event.getLogPatternHash())
            .flatMap(text -> text.lines().filter(line -> !line.isBlank()).limit(1))
            .findFirst()
            .orElse("")
            .strip();
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 1) + "…";
  }
}
