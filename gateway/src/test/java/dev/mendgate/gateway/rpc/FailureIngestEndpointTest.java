package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.mendgate.gateway.config.Limits;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.FailureIngestServiceGrpc.FailureIngestServiceBlockingStub;
import dev.mendgate.v1.GetFailureGroupRequest;
import dev.mendgate.v1.ListFailureGroupsRequest;
import dev.mendgate.v1.Rejection;
import dev.mendgate.v1.ReportFailuresRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailureIngestEndpointTest {
  private static final FailureEvent EVENT = RunningGateway.event("drawer is stuck");
  private static final FailureEvent EMPTY = FailureEvent.newBuilder().setService("till").build();

  private final Path data;
  private RunningGateway gateway;

  FailureIngestEndpointTest(@TempDir Path data) throws IOException {
    this.data = data;
    this.gateway = RunningGateway.start(data);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private FailureIngestServiceBlockingStub ingest() {
    return FailureIngestServiceGrpc.newBlockingStub(gateway.channel);
  }

  private FailureGroup group(String id) {
    return FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
        .getFailureGroup(GetFailureGroupRequest.newBuilder().setFailureGroup(id).build())
        .getFailureGroup();
  }

  private long allEvents() {
    return FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
        .listFailureGroups(ListFailureGroupsRequest.getDefaultInstance())
        .getFailureGroupsList()
        .stream()
        .mapToLong(FailureGroup::getEventCount)
        .sum();
  }

  private static List<EventDisposition> dispositions(List<EventResult> results) {
    return results.stream().map(EventResult::getDisposition).toList();
  }

  @Test
  void acknowledgesEachEventInOrderAndCountsRepeatedOnesOnce() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    stream.send("till-1", 1, EVENT);
    stream.send("", 2, EVENT);
    stream.send("", 2, EVENT);
    stream.send("", 1, EVENT);
    stream.send("", 3, EVENT);
    List<EventResult> results = stream.finish();
    assertEquals(
        List.of(
            EventDisposition.EVENT_DISPOSITION_STORED,
            EventDisposition.EVENT_DISPOSITION_STORED,
            EventDisposition.EVENT_DISPOSITION_DUPLICATE,
            EventDisposition.EVENT_DISPOSITION_DUPLICATE,
            EventDisposition.EVENT_DISPOSITION_STORED),
        dispositions(results));
    assertEquals(
        List.of(1L, 2L, 2L, 1L, 3L), results.stream().map(EventResult::getSequence).toList());
    FailureGroup group = group(results.get(0).getFailureGroup());
    assertEquals(3, group.getEventCount());
    assertEquals("java.lang.IllegalStateException", group.getExceptionType());
    assertEquals("java.lang.IllegalStateException: drawer is stuck", group.getTitle());
    assertEquals(EVENT, group.getLatestEvent());
  }

  @Test
  void keepsTheStreamGoingAfterAnEventThatSaysNothing() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    stream.send("till-1", 1, EVENT);
    stream.send("", 2, EMPTY);
    stream.send("", 0, EVENT);
    stream.send("", 3, EVENT);
    List<EventResult> results = stream.finish();
    assertEquals(
        List.of(
            EventDisposition.EVENT_DISPOSITION_STORED,
            EventDisposition.EVENT_DISPOSITION_REJECTED,
            EventDisposition.EVENT_DISPOSITION_REJECTED,
            EventDisposition.EVENT_DISPOSITION_STORED),
        dispositions(results));
    Rejection rejection = results.get(1).getRejection();
    assertEquals(Code.INVALID_ARGUMENT_VALUE, rejection.getCode());
    BadRequest request = RunningGateway.detail(rejection.getDetailsList(), BadRequest.class);
    assertEquals("event", request.getFieldViolations(0).getField());
    ErrorInfo info = RunningGateway.detail(rejection.getDetailsList(), ErrorInfo.class);
    assertEquals("INVALID_EVENT", info.getReason());
    assertEquals("mendgate.dev", info.getDomain());
    assertEquals("", results.get(1).getFailureGroup());
    assertEquals(2, allEvents());
  }

  @Test
  void countsOnceWhatIsSentAgainBecauseItsAcknowledgementWasLost() throws Exception {
    EventStream lost = new EventStream(gateway.channel);
    LongStream.rangeClosed(1, 50).forEach(n -> lost.send("till-1", n, EVENT));
    assertEquals(1, lost.next().getSequence());
    lost.cancel();
    gateway.close();
    gateway = RunningGateway.start(data);
    EventStream again = new EventStream(gateway.channel);
    LongStream.rangeClosed(2, 60).forEach(n -> again.send("till-1", n, EVENT));
    List<EventResult> results = again.finish();
    assertEquals(59, results.size());
    assertFalse(dispositions(results).contains(EventDisposition.EVENT_DISPOSITION_REJECTED));
    assertEquals(60, allEvents());
  }

  @Test
  void acknowledgesMoreEventsThanItLetsBeUnderWay() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    LongStream.rangeClosed(1, 5_000).forEach(n -> stream.send("till-1", n, EVENT));
    assertEquals(5_000, stream.finish().size());
    assertEquals(5_000, allEvents());
  }

  @Test
  void refusesAStreamWhoseSenderDoesNotNameItself() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    stream.send("", 1, EVENT);
    ExecutionException ended = assertThrows(ExecutionException.class, stream::awaitEnd);
    Status status = RunningGateway.refusal(() -> rethrow(ended));
    assertEquals(Code.INVALID_ARGUMENT_VALUE, status.getCode());
    BadRequest request = RunningGateway.detail(status.getDetailsList(), BadRequest.class);
    assertEquals("producer_id", request.getFieldViolations(0).getField());
  }

  @Test
  void refusesAStreamThatChangesItsSenderButKeepsWhatWasAcknowledged() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    stream.send("till-1", 1, EVENT);
    stream.send("till-2", 2, EVENT);
    assertEquals(1, stream.next().getSequence());
    ExecutionException ended = assertThrows(ExecutionException.class, stream::awaitEnd);
    assertEquals(
        Code.INVALID_ARGUMENT_VALUE, RunningGateway.refusal(() -> rethrow(ended)).getCode());
    assertEquals(1, allEvents());
  }

  @Test
  void rejectsAnEventThatIsTooLargeAndTakesTheNext() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    stream.send("till-1", 1, EVENT.toBuilder().setLogMessage("x".repeat(1 << 20)).build());
    stream.send("", 2, EVENT);
    List<EventResult> results = stream.finish();
    Rejection rejection = results.get(0).getRejection();
    ErrorInfo info = RunningGateway.detail(rejection.getDetailsList(), ErrorInfo.class);
    assertEquals("EVENT_TOO_LARGE", info.getReason());
    assertEquals(String.valueOf(1 << 20), info.getMetadataOrThrow("limit"));
    assertEquals(EventDisposition.EVENT_DISPOSITION_STORED, results.get(1).getDisposition());
  }

  @Test
  void answersAMessageThatIsTooLargeWithATypedStatus() {
    ReportFailuresRequest request =
        ReportFailuresRequest.newBuilder()
            .addEvents(EVENT.toBuilder().setLogMessage("x".repeat(5 << 20)))
            .build();
    StatusRuntimeException refused =
        assertThrows(StatusRuntimeException.class, () -> ingest().reportFailures(request));
    assertEquals(io.grpc.Status.Code.RESOURCE_EXHAUSTED, refused.getStatus().getCode());
  }

  @Test
  void takesABatchAndRecognisesItTheSecondTime() {
    ReportFailuresRequest request =
        ReportFailuresRequest.newBuilder()
            .setProducerId("batch")
            .setFirstSequence(10)
            .addEvents(EVENT)
            .addEvents(EMPTY)
            .addEvents(EVENT)
            .build();
    List<EventResult> first = ingest().reportFailures(request).getResultsList();
    assertEquals(
        List.of(
            EventDisposition.EVENT_DISPOSITION_STORED,
            EventDisposition.EVENT_DISPOSITION_REJECTED,
            EventDisposition.EVENT_DISPOSITION_STORED),
        dispositions(first));
    assertEquals(List.of(10L, 11L, 12L), first.stream().map(EventResult::getSequence).toList());
    List<EventResult> second = ingest().reportFailures(request).getResultsList();
    assertEquals(EventDisposition.EVENT_DISPOSITION_DUPLICATE, second.get(2).getDisposition());
    assertEquals(first.get(2).getFailureGroup(), second.get(2).getFailureGroup());
    assertEquals(2, allEvents());
  }

  @Test
  void recognisesNoDuplicatesInBatchesOfANamelessSender() {
    ReportFailuresRequest request = ReportFailuresRequest.newBuilder().addEvents(EVENT).build();
    ingest().reportFailures(request);
    ingest().reportFailures(request);
    assertEquals(2, allEvents());
  }

  @Test
  void refusesABatchThatDoesNotCountFromOne() {
    ReportFailuresRequest request =
        ReportFailuresRequest.newBuilder().setProducerId("batch").addEvents(EVENT).build();
    Status status = RunningGateway.refusal(() -> ingest().reportFailures(request));
    BadRequest details = RunningGateway.detail(status.getDetailsList(), BadRequest.class);
    assertEquals("first_sequence", details.getFieldViolations(0).getField());
  }

  @Test
  void honoursTheLimitsThatAreConfigured() throws IOException {
    gateway.close();
    Limits small = new Limits(4 << 20, 300, 1, 1);
    gateway = RunningGateway.start(Settings.defaults(data).withLimits(small));
    FailureEvent event = EVENT.toBuilder().setLogMessage("x".repeat(300)).build();
    ReportFailuresRequest request =
        ReportFailuresRequest.newBuilder().addEvents(event).addEvents(EVENT).build();
    assertEquals(
        List.of(
            EventDisposition.EVENT_DISPOSITION_REJECTED, EventDisposition.EVENT_DISPOSITION_STORED),
        dispositions(ingest().reportFailures(request).getResultsList()));
  }

  @Test
  void endsOpenStreamsWhenItStopsAfterAcknowledgingWhatItTook() throws Exception {
    EventStream stream = new EventStream(gateway.channel);
    LongStream.rangeClosed(1, 20).forEach(n -> stream.send("till-1", n, EVENT));
    for (int n = 1; n <= 20; n++) {
      assertEquals(n, stream.next().getSequence());
    }
    gateway.server.close();
    ExecutionException ended = assertThrows(ExecutionException.class, stream::awaitEnd);
    Status status = RunningGateway.refusal(() -> rethrow(ended));
    assertEquals(Code.UNAVAILABLE_VALUE, status.getCode());
    RetryInfo retry = RunningGateway.detail(status.getDetailsList(), RetryInfo.class);
    assertTrue(retry.getRetryDelay().getSeconds() > 0);
  }

  private static void rethrow(ExecutionException ended) throws Throwable {
    Throwable cause = ended.getCause();
    throw cause == null ? ended : cause;
  }
}
