package dev.mendgate.gateway.store;

import com.google.protobuf.ByteString;
import java.time.Instant;

/**
 * All events with one fingerprint.
 *
 * @param id the fingerprint
 * @param repository repository of the newest event that named one, else empty
 * @param exceptionType class of the exception, empty where there is none
 * @param title one line for people, from the newest event
 * @param patternHash log-pattern hash of the newest event that has one, else empty
 * @param eventCount from 1
 * @param firstSeen when the earliest event happened
 * @param lastSeen when the newest event happened
 * @param latestEvent the newest event as it was received
 */
public record FailureGroup(
    String id,
    String repository,
    String exceptionType,
    String title,
    String patternHash,
    long eventCount,
    Instant firstSeen,
    Instant lastSeen,
    ByteString latestEvent) {}
