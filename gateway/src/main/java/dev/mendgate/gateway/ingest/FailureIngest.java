package dev.mendgate.gateway.ingest;

import com.google.protobuf.ByteString;
import dev.mendgate.gateway.failure.EventLimits;
import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.FieldViolation;
import dev.mendgate.gateway.failure.MaskedEvent;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.gateway.store.Appended;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.NewEvent;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Takes events in, whatever the transport: reads them, refuses what breaks the contract, and stores
 * the rest. One bad event never keeps the others out.
 */
public final class FailureIngest {
  private final FailureStore store;
  private final Function<FailureEvent, String> repositories;
  private final PatternSource patterns;
  private final EventLimits limits;
  private final SecretMask mask;
  private final Clock clock;
  private final Telemetry telemetry;

  /**
   * Creates it.
   *
   * @param repositories names the repository an event belongs to, empty where that is unknown
   * @param patterns knows what wrote an event's message
   * @param limits larger events are refused
   * @param mask takes out of events what must not be kept
   * @param clock stands in for events that do not say when they happened
   */
  public FailureIngest(
      FailureStore store,
      Function<FailureEvent, String> repositories,
      PatternSource patterns,
      EventLimits limits,
      SecretMask mask,
      Clock clock,
      Telemetry telemetry) {
    this.store = store;
    this.repositories = repositories;
    this.patterns = patterns;
    this.limits = limits;
    this.mask = mask;
    this.clock = clock;
    this.telemetry = telemetry;
  }

  /** Takes one event; like {@link #ingest(List)}. */
  public CompletableFuture<EventResult> ingest(Submission submission) {
    return ingest(List.of(submission)).thenApply(results -> results.get(0));
  }

  /**
   * Takes events.
   *
   * @return done when all that is to be stored is on disk, with one result for each, in order;
   *     fails with the store's exception
   */
  public CompletableFuture<List<EventResult>> ingest(List<Submission> submissions) {
    List<EventResult.Builder> results = new ArrayList<>(submissions.size());
    List<NewEvent> accepted = new ArrayList<>(submissions.size());
    List<EventResult.Builder> awaiting = new ArrayList<>(submissions.size());
    for (Submission submission : submissions) {
      EventResult.Builder result = EventResult.newBuilder().setSequence(submission.sequence());
      results.add(result);
      if (accept(submission, result, accepted)) {
        awaiting.add(result);
      }
    }
    telemetry.countEvents("rejected", (long) results.size() - awaiting.size());
    CompletableFuture<List<Appended>> stored =
        accepted.isEmpty() ? CompletableFuture.completedFuture(List.of()) : store.append(accepted);
    return stored.thenApply(
        appended -> {
          for (int i = 0; i < appended.size(); i++) {
            settle(awaiting.get(i), appended.get(i));
          }
          return results.stream().map(EventResult.Builder::build).toList();
        });
  }

  private boolean accept(
      Submission submission, EventResult.Builder result, List<NewEvent> accepted) {
    FailureEvent event = submission.event();
    Optional<Rejection> rejection = check(event);
    if (rejection.isPresent()) {
      result
          .setDisposition(EventDisposition.EVENT_DISPOSITION_REJECTED)
          .setRejection(rejection.get());
      return false;
    }
    accepted.add(newEvent(submission.key(), MaskedEvent.of(event, mask)));
    return true;
  }

  private Optional<Rejection> check(FailureEvent event) {
    int bytes = event.getSerializedSize();
    if (bytes > limits.maxBytes()) {
      return Optional.of(Rejections.tooLarge(bytes, limits.maxBytes()));
    }
    List<FieldViolation> violations = FailureEvents.validate(event, limits);
    return violations.isEmpty() ? Optional.empty() : Optional.of(Rejections.invalid(violations));
  }

  private NewEvent newEvent(EventKey key, FailureEvent event) {
    String repository = repositories.apply(event);
    Reading reading = Reading.of(event, repository, patterns);
    ByteString payload = event.toByteString();
    return new NewEvent(
        key,
        reading.fingerprint(),
        repository,
        reading.exceptionType(),
        reading.title(),
        reading.patternHash(),
        occurredAt(event),
        payload,
        reading.scope(),
        reading.formers());
  }

  /** Nothing can have happened after it was received; a clock that is ahead would hide the rest. */
  private Instant occurredAt(FailureEvent event) {
    Instant now = clock.instant();
    if (!event.hasOccurredAt()) {
      return now;
    }
    Instant told =
        Instant.ofEpochSecond(event.getOccurredAt().getSeconds(), event.getOccurredAt().getNanos());
    return told.isAfter(now) ? now : told;
  }

  private void settle(EventResult.Builder result, Appended appended) {
    telemetry.countEvents(appended.duplicate() ? "duplicate" : "stored", 1);
    result
        .setDisposition(
            appended.duplicate()
                ? EventDisposition.EVENT_DISPOSITION_DUPLICATE
                : EventDisposition.EVENT_DISPOSITION_STORED)
        .setFailureGroup(appended.group());
  }

  /** Returns the result for an event that a transport cannot even hand over. */
  public EventResult reject(long sequence, String field, String description) {
    telemetry.countEvents("rejected", 1);
    FieldViolation violation = new FieldViolation(field, description);
    return EventResult.newBuilder()
        .setSequence(sequence)
        .setDisposition(EventDisposition.EVENT_DISPOSITION_REJECTED)
        .setRejection(Rejections.invalid(List.of(violation)))
        .build();
  }
}
