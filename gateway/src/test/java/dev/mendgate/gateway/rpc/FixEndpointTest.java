package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.mendgate.gateway.config.Limits;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.source.ownership.OwnersFile;
import dev.mendgate.v1.Candidate;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.FixServiceGrpc;
import dev.mendgate.v1.FixServiceGrpc.FixServiceBlockingStub;
import dev.mendgate.v1.LocateFailureRequest;
import dev.mendgate.v1.LocateFailureResponse;
import dev.mendgate.v1.LocationSource;
import dev.mendgate.v1.Owner;
import dev.mendgate.v1.OwnerKind;
import dev.mendgate.v1.ReportFailuresRequest;
import dev.mendgate.v1.SuggestFixRequest;
import dev.mendgate.v1.SuggestFixResponse;
import dev.mendgate.v1.SuggestFixResponse.StepCase;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixEndpointTest {
  private static final int WAIT_SECONDS = 60;

  private final BlockingSandbox sandbox = new BlockingSandbox();
  private final ShopRepository shop;
  private final RunningGateway gateway;

  FixEndpointTest(@TempDir Path data, @TempDir Path work) throws IOException {
    shop = new ShopRepository(work);
    Limits limits = new Limits(4 << 20, 1 << 20, 1, 1);
    OwnerRules owners =
        OwnersFile.parse("owners", "team tills responds 4h contact #tills\npath /src/ tills\n");
    Settings settings = Settings.defaults(data).withLimits(limits).withOwners(owners);
    gateway = RunningGateway.start(settings, sandbox);
    shop.register(gateway.channel);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private FixServiceBlockingStub fixes() {
    return FixServiceGrpc.newBlockingStub(gateway.channel);
  }

  private LocateFailureRequest locate(FailureEvent event) {
    return LocateFailureRequest.newBuilder().setEvent(event).build();
  }

  private SuggestFixRequest suggest() {
    return SuggestFixRequest.newBuilder().setEvent(shop.event()).build();
  }

  private static void await(Semaphore semaphore) throws InterruptedException {
    assertTrue(semaphore.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void locatesTheLineAndWhoLastChangedIt() {
    LocateFailureResponse response = fixes().locateFailure(locate(shop.event()));
    assertEquals(shop.head, response.getHeadCommit());
    assertEquals(ShopRepository.PATH, response.getLocation().getPath());
    assertEquals(ShopRepository.LINE, response.getLocation().getLine());
    assertEquals(shop.head, response.getLocation().getBlame().getCommit());
    assertEquals("Add till", response.getLocation().getBlame().getSummary());
    assertEquals(
        LocationSource.LOCATION_SOURCE_STACK_FRAME, response.getLocation().getLocationSource());
  }

  @Test
  void saysWhoAnswersForTheLineAndHowSoon() {
    LocateFailureResponse response = fixes().locateFailure(locate(shop.event()));
    assertEquals("tills", response.getLocation().getOwner());
    Owner owner = response.getLocation().getOwnership();
    assertEquals(OwnerKind.OWNER_KIND_TEAM, owner.getKind());
    assertEquals(List.of("tills"), owner.getNamesList());
    assertEquals(4 * 60 * 60, owner.getResponseTime().getSeconds());
    assertEquals("#tills", owner.getContact());
    assertEquals("path /src/, line 2 of the owners file", owner.getReason());
  }

  @Test
  void suggestsUnprovenPatchesForTheNewestEventOfAGroup() {
    String group =
        FailureIngestServiceGrpc.newBlockingStub(gateway.channel)
            .reportFailures(ReportFailuresRequest.newBuilder().addEvents(shop.event()).build())
            .getResults(0)
            .getFailureGroup();
    List<SuggestFixResponse> steps = new ArrayList<>();
    fixes()
        .suggestFix(
            SuggestFixRequest.newBuilder()
                .setFailureGroup(group)
                .setSkipValidation(true)
                .setTop(1)
                .build())
        .forEachRemaining(steps::add);
    assertEquals(
        List.of(StepCase.LOCATED, StepCase.CANDIDATES, StepCase.RANKED),
        steps.stream().map(SuggestFixResponse::getStepCase).toList());
    List<Candidate> ranked = steps.get(2).getRanked().getCandidatesList();
    assertEquals(1, ranked.size());
    assertEquals(1, ranked.get(0).getRank());
    assertEquals(List.of(ShopRepository.PATH), ranked.get(0).getPathsList());
    assertTrue(ranked.get(0).getPatch().contains("+++ b/" + ShopRepository.PATH));
  }

  @Test
  void interruptsTheWorkOfACallThatIsCancelled() throws InterruptedException {
    Context.CancellableContext caller = Context.current().withCancellation();
    caller.run(() -> fixes().suggestFix(suggest()).next());
    await(sandbox.started);
    caller.cancel(null);
    await(sandbox.interrupted);
  }

  @Test
  void interruptsTheWorkOfACallThatIsOutOfTime() throws InterruptedException {
    Iterator<SuggestFixResponse> steps =
        fixes().withDeadlineAfter(5, TimeUnit.SECONDS).suggestFix(suggest());
    StatusRuntimeException ended =
        assertThrows(StatusRuntimeException.class, () -> steps.forEachRemaining(step -> {}));
    assertEquals(io.grpc.Status.Code.DEADLINE_EXCEEDED, ended.getStatus().getCode());
    await(sandbox.interrupted);
  }

  @Test
  void refusesMoreThanItMayKeepWaitingAndDropsWhatIsCancelled() throws Exception {
    Context.CancellableContext running = Context.current().withCancellation();
    running.run(() -> fixes().suggestFix(suggest()).next());
    await(sandbox.started);
    // One of the two waits, whichever comes first; the other is refused.
    BlockingQueue<Throwable> refused = new LinkedBlockingQueue<>();
    Context.CancellableContext waiting = Context.current().withCancellation();
    waiting.run(
        () -> {
          for (int i = 0; i < 2; i++) {
            Futures.addCallback(
                FixServiceGrpc.newFutureStub(gateway.channel).locateFailure(locate(shop.event())),
                new RefusalCallback(refused),
                MoreExecutors.directExecutor());
          }
        });
    Throwable first = refused.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    Status status = StatusProto.fromThrowable(Objects.requireNonNull(first));
    assertEquals(Code.RESOURCE_EXHAUSTED_VALUE, Objects.requireNonNull(status).getCode());
    RetryInfo retry = RunningGateway.detail(status.getDetailsList(), RetryInfo.class);
    assertTrue(retry.getRetryDelay().getSeconds() > 0);
    waiting.cancel(null);
    running.cancel(null);
    await(sandbox.interrupted);
    assertEquals(shop.head, fixes().locateFailure(locate(shop.event())).getHeadCommit());
  }

  private record RefusalCallback(BlockingQueue<Throwable> refused)
      implements FutureCallback<LocateFailureResponse> {
    @Override
    public void onSuccess(@Nullable LocateFailureResponse response) {}

    @Override
    public void onFailure(Throwable failure) {
      refused.add(failure);
    }
  }

  @Test
  void interruptsItsWorkWhenItStops() throws InterruptedException {
    Context.CancellableContext caller = Context.current().withCancellation();
    caller.run(() -> fixes().suggestFix(suggest()).next());
    await(sandbox.started);
    Thread closing = new Thread(gateway.server::close);
    closing.start();
    await(sandbox.interrupted);
    closing.join();
    caller.cancel(null);
  }

  @Test
  void saysWhichRepositoryItDoesNotKnow() {
    LocateFailureRequest request = locate(shop.event()).toBuilder().setRepository("bank").build();
    Status status = RunningGateway.refusal(() -> fixes().locateFailure(request));
    assertEquals(Code.NOT_FOUND_VALUE, status.getCode());
    assertEquals(
        "REPOSITORY_UNKNOWN",
        RunningGateway.detail(status.getDetailsList(), ErrorInfo.class).getReason());
  }

  @Test
  void saysThatItDoesNotKnowARevision() {
    FailureEvent event = shop.event().toBuilder().setRevision("f".repeat(40)).build();
    Status status = RunningGateway.refusal(() -> fixes().locateFailure(locate(event)));
    assertEquals(Code.FAILED_PRECONDITION_VALUE, status.getCode());
    assertEquals(
        "REVISION_UNKNOWN",
        RunningGateway.detail(status.getDetailsList(), ErrorInfo.class).getReason());
  }

  @Test
  void namesTheFieldsOfAnEventThatBreakTheContract() {
    FailureEvent event = shop.event().toBuilder().setTraceId("XYZ").build();
    Status status = RunningGateway.refusal(() -> fixes().locateFailure(locate(event)));
    assertEquals(Code.INVALID_ARGUMENT_VALUE, status.getCode());
    BadRequest request = RunningGateway.detail(status.getDetailsList(), BadRequest.class);
    assertEquals("event.trace_id", request.getFieldViolations(0).getField());
  }

  @Test
  void asksForAFailureWhereThereIsNone() {
    Status status =
        RunningGateway.refusal(
            () -> fixes().locateFailure(LocateFailureRequest.getDefaultInstance()));
    BadRequest request = RunningGateway.detail(status.getDetailsList(), BadRequest.class);
    assertEquals("failure", request.getFieldViolations(0).getField());
  }

  @Test
  void saysThatAFailureIsNotInTheRepository() {
    FailureEvent event =
        FailureEvent.newBuilder()
            .setStackTrace("java.lang.Error: x\n\tat org.other.Bank.pay(Bank.java:1)\n")
            .build();
    Status status = RunningGateway.refusal(() -> fixes().locateFailure(locate(event)));
    assertEquals(Code.NOT_FOUND_VALUE, status.getCode());
    assertEquals(
        "NO_PROJECT_FRAME",
        RunningGateway.detail(status.getDetailsList(), ErrorInfo.class).getReason());
  }
}
