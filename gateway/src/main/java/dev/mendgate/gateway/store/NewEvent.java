package dev.mendgate.gateway.store;

import com.google.protobuf.ByteString;
import java.time.Instant;

/**
 * An event on its way to disk, with what was derived from it.
 *
 * @param key by what it is recognised when it comes again
 * @param group fingerprint, which names the failure group that counts it
 * @param repository name of the repository it belongs to, empty where unknown
 * @param exceptionType class of the exception, empty where there is none
 * @param title one line for people
 * @param patternHash log-pattern hash, empty where there is no log line
 * @param occurredAt when it happened, kept to the millisecond
 * @param payload the event as it was received, a serialised {@code FailureEvent}
 */
public record NewEvent(
    EventKey key,
    String group,
    String repository,
    String exceptionType,
    String title,
    String patternHash,
    Instant occurredAt,
    ByteString payload) {}
