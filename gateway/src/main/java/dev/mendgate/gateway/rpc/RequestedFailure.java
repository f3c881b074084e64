package dev.mendgate.gateway.rpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import dev.mendgate.gateway.failure.EventLimits;
import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.FieldViolation;
import dev.mendgate.gateway.failure.Fingerprint;
import dev.mendgate.gateway.failure.MaskedEvent;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.LocateFailureRequest;
import dev.mendgate.v1.OpenDraftPullRequestRequest;
import dev.mendgate.v1.SuggestFixRequest;
import java.util.List;
import java.util.Map;

/**
 * The failure that a request is about, and where it is looked for.
 *
 * @param event as sent but masked, or the newest of the group that was named; with the time its
 *     group was first seen
 * @param repository name of the repository
 */
record RequestedFailure(FailureEvent event, String repository) {
  /** Finds out what requests are about. */
  record Reader(
      FailureStore store, Repositories repositories, EventLimits limits, SecretMask mask) {
    RequestedFailure read(LocateFailureRequest request) {
      return switch (request.getFailureCase()) {
        case EVENT -> ofEvent(request.getRepository(), request.getEvent());
        case FAILURE_GROUP -> ofGroup(request.getRepository(), request.getFailureGroup());
        case FAILURE_NOT_SET -> throw missing();
      };
    }

    RequestedFailure read(SuggestFixRequest request) {
      return switch (request.getFailureCase()) {
        case EVENT -> ofEvent(request.getRepository(), request.getEvent());
        case FAILURE_GROUP -> ofGroup(request.getRepository(), request.getFailureGroup());
        case FAILURE_NOT_SET -> throw missing();
      };
    }

    RequestedFailure read(OpenDraftPullRequestRequest request) {
      return switch (request.getFailureCase()) {
        case EVENT -> ofEvent(request.getRepository(), request.getEvent());
        case FAILURE_GROUP -> ofGroup(request.getRepository(), request.getFailureGroup());
        case FAILURE_NOT_SET -> throw missing();
      };
    }

    private RequestedFailure ofEvent(String repository, FailureEvent sent) {
      List<FieldViolation> violations = FailureEvents.validate(sent, limits);
      if (!violations.isEmpty()) {
        throw invalid(violations);
      }
      FailureEvent event = MaskedEvent.of(sent, mask);
      FailureEvent known =
          store
              .group(Fingerprint.of(event))
              .map(group -> since(event, Times.timestamp(group.firstSeen())))
              .orElse(event);
      return new RequestedFailure(known, repositories.require(repository, event));
    }

    private RequestedFailure ofGroup(String repository, String id) {
      FailureGroup group = FailureGroupEndpoint.find(store, id);
      String requested = repository.isEmpty() ? group.getRepository() : repository;
      FailureEvent event = since(group.getLatestEvent(), group.getFirstSeen());
      return new RequestedFailure(event, repositories.require(requested, event));
    }

    /** The suspect commit is sought before a failure first occurred. */
    private static FailureEvent since(FailureEvent event, Timestamp firstSeen) {
      boolean earlier =
          event.hasOccurredAt() && Timestamps.compare(event.getOccurredAt(), firstSeen) < 0;
      return earlier ? event : event.toBuilder().setOccurredAt(firstSeen).build();
    }

    private static RuntimeException missing() {
      return RpcErrors.invalid("failure", "needs an event or a failure_group");
    }

    private static RuntimeException invalid(List<FieldViolation> violations) {
      BadRequest.Builder request = BadRequest.newBuilder();
      for (FieldViolation violation : violations) {
        String field = violation.field().isEmpty() ? "event" : "event." + violation.field();
        request.addFieldViolationsBuilder().setField(field).setDescription(violation.description());
      }
      BadRequest.FieldViolation first = request.getFieldViolations(0);
      return RpcErrors.error(
          Code.INVALID_ARGUMENT,
          "INVALID_EVENT",
          first.getField() + " " + first.getDescription(),
          Map.of(),
          request.build());
    }
  }
}
