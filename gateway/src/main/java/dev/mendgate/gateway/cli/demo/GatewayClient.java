package dev.mendgate.gateway.cli.demo;

import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.FixServiceGrpc;
import dev.mendgate.v1.OpenDraftPullRequestRequest;
import dev.mendgate.v1.OpenDraftPullRequestResponse;
import dev.mendgate.v1.PullRequestServiceGrpc;
import dev.mendgate.v1.RegisterRepositoryRequest;
import dev.mendgate.v1.RegisterRepositoryResponse;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc;
import dev.mendgate.v1.StreamFailuresRequest;
import dev.mendgate.v1.StreamFailuresResponse;
import dev.mendgate.v1.SuggestFixRequest;
import dev.mendgate.v1.SuggestFixResponse;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A gateway's client, over a real connection. */
final class GatewayClient implements AutoCloseable {
  private static final int MINUTES = 10;

  private final ManagedChannel channel;

  GatewayClient(int port) {
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  /** Registers a repository and waits for its indexes. */
  Repository register(String name, String location) {
    Iterator<RegisterRepositoryResponse> steps =
        RepositoryServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(MINUTES, TimeUnit.MINUTES)
            .registerRepository(
                RegisterRepositoryRequest.newBuilder()
                    .setRepository(Repository.newBuilder().setName(name).setLocation(location))
                    .build());
    Repository registered = Repository.getDefaultInstance();
    while (steps.hasNext()) {
      RegisterRepositoryResponse step = steps.next();
      registered = step.hasRepository() ? step.getRepository() : registered;
    }
    return registered;
  }

  /** Streams events, numbered from 1, and answers with their acknowledgements. */
  List<EventResult> stream(String producer, List<FailureEvent> events)
      throws InterruptedException, ExecutionException, TimeoutException {
    Acknowledgements answers = new Acknowledgements();
    StreamObserver<StreamFailuresRequest> sender =
        FailureIngestServiceGrpc.newStub(channel)
            .withDeadlineAfter(MINUTES, TimeUnit.MINUTES)
            .streamFailures(answers);
    for (int i = 0; i < events.size(); i++) {
      sender.onNext(
          StreamFailuresRequest.newBuilder()
              .setProducerId(producer)
              .setSequence(i + 1L)
              .setEvent(events.get(i))
              .build());
    }
    sender.onCompleted();
    return answers.all.get(MINUTES, TimeUnit.MINUTES);
  }

  /** Has a fix suggested and hears of each step. */
  void suggest(String failureGroup, Consumer<SuggestFixResponse> steps) {
    FixServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(MINUTES, TimeUnit.MINUTES)
        .suggestFix(SuggestFixRequest.newBuilder().setFailureGroup(failureGroup).build())
        .forEachRemaining(steps);
  }

  OpenDraftPullRequestResponse open(String failureGroup, String candidate) {
    return PullRequestServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(MINUTES, TimeUnit.MINUTES)
        .openDraftPullRequest(
            OpenDraftPullRequestRequest.newBuilder()
                .setFailureGroup(failureGroup)
                .setCandidateId(candidate)
                .build());
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static final class Acknowledgements implements StreamObserver<StreamFailuresResponse> {
    private final List<EventResult> results = new ArrayList<>();
    private final CompletableFuture<List<EventResult>> all = new CompletableFuture<>();

    @Override
    public void onNext(StreamFailuresResponse response) {
      results.add(response.getResult());
    }

    @Override
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      all.complete(List.copyOf(results));
    }
  }
}
