package dev.mendgate.gateway.store;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;

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
 * @param scope what the fingerprint was made of beside the hash: groups that share it, and get the
 *     same hash later, become one; empty where the fingerprint was made of a stack trace
 * @param formers other fingerprints the event would have had as long as less was known; where a
 *     group has one of them, it becomes one with this event's
 */
public record NewEvent(
    EventKey key,
    String group,
    String repository,
    String exceptionType,
    String title,
    String patternHash,
    Instant occurredAt,
    ByteString payload,
    String scope,
    List<Former> formers) {
  /**
   * A fingerprint that less knowledge leads to.
   *
   * @param group the fingerprint
   * @param patternHash the hash it was made of
   */
  public record Former(String group, String patternHash) {}

  /** Copies the list. */
  public NewEvent {
    formers = List.copyOf(formers);
  }

  /** Describes an event that is grouped by its fingerprint alone. */
  public NewEvent(
      EventKey key,
      String group,
      String repository,
      String exceptionType,
      String title,
      String patternHash,
      Instant occurredAt,
      ByteString payload) {
    this(
        key,
        group,
        repository,
        exceptionType,
        title,
        patternHash,
        occurredAt,
        payload,
        "",
        List.of());
  }
}
