package dev.mendgate.gateway.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import dev.mendgate.gateway.store.PageTokenException;
import dev.mendgate.v1.GetRepositoryRequest;
import dev.mendgate.v1.GetRepositoryResponse;
import dev.mendgate.v1.ListRepositoriesRequest;
import dev.mendgate.v1.ListRepositoriesResponse;
import dev.mendgate.v1.RegisterRepositoryRequest;
import dev.mendgate.v1.RegisterRepositoryResponse;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc.RepositoryServiceImplBase;
import dev.mendgate.v1.SyncRepositoryRequest;
import dev.mendgate.v1.SyncRepositoryResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Base64;
import java.util.List;

/** Manages repositories over gRPC. */
final class RepositoryEndpoint extends RepositoryServiceImplBase {
  private final RepositoryRegistry registry;
  private final RepositoryMessages messages;
  private final WorkQueue work;

  RepositoryEndpoint(RepositoryRegistry registry, RepositorySyncs syncs, WorkQueue work) {
    this.registry = registry;
    this.messages = new RepositoryMessages(registry, syncs);
    this.work = work;
  }

  @Override
  public void registerRepository(
      RegisterRepositoryRequest request, StreamObserver<RegisterRepositoryResponse> answer) {
    Repository asked = request.getRepository();
    ServerCallStreamObserver<RegisterRepositoryResponse> call =
        (ServerCallStreamObserver<RegisterRepositoryResponse>) answer;
    work.run(
        call,
        () -> {
          RegisteredRepository registered =
              registry.register(
                  asked.getName(),
                  asked.getLocation(),
                  asked.getServicesList(),
                  (stage, done, total) -> {
                    // Progress is worth sending only while the caller keeps up with reading it.
                    if (call.isReady()) {
                      call.onNext(
                          RegisterRepositoryResponse.newBuilder()
                              .setProgress(RepositoryMessages.progress(stage, done, total))
                              .build());
                    }
                  });
          call.onNext(
              RegisterRepositoryResponse.newBuilder()
                  .setRepository(messages.of(registered))
                  .build());
          call.onCompleted();
        });
  }

  @Override
  public void syncRepository(
      SyncRepositoryRequest request, StreamObserver<SyncRepositoryResponse> answer) {
    ServerCallStreamObserver<SyncRepositoryResponse> call =
        (ServerCallStreamObserver<SyncRepositoryResponse>) answer;
    work.run(
        call,
        () -> {
          RegisteredRepository synced =
              registry.sync(
                  request.getName(),
                  (stage, done, total) -> {
                    if (call.isReady()) {
                      call.onNext(
                          SyncRepositoryResponse.newBuilder()
                              .setProgress(RepositoryMessages.progress(stage, done, total))
                              .build());
                    }
                  });
          call.onNext(
              SyncRepositoryResponse.newBuilder().setRepository(messages.of(synced)).build());
          call.onCompleted();
        });
  }

  @Override
  public void getRepository(
      GetRepositoryRequest request, StreamObserver<GetRepositoryResponse> answer) {
    RegisteredRepository found = registry.get(request.getName());
    answer.onNext(GetRepositoryResponse.newBuilder().setRepository(messages.of(found)).build());
    answer.onCompleted();
  }

  @Override
  public void listRepositories(
      ListRepositoriesRequest request, StreamObserver<ListRepositoriesResponse> answer) {
    int size = PageSize.of(request.getPageSize());
    String after = after(request.getPageToken());
    List<RegisteredRepository> rest =
        registry.list().stream().filter(r -> r.name().compareTo(after) > 0).toList();
    List<RegisteredRepository> page = rest.subList(0, Math.min(size, rest.size()));
    ListRepositoriesResponse.Builder response = ListRepositoriesResponse.newBuilder();
    page.forEach(repository -> response.addRepositories(messages.of(repository)));
    if (page.size() < rest.size()) {
      byte[] last = page.get(page.size() - 1).name().getBytes(UTF_8);
      response.setNextPageToken(Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  private static String after(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new PageTokenException();
    }
  }
}
