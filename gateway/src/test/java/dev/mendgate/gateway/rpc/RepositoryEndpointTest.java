package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.v1.Candidates;
import dev.mendgate.v1.FixServiceGrpc;
import dev.mendgate.v1.GetRepositoryRequest;
import dev.mendgate.v1.ListRepositoriesRequest;
import dev.mendgate.v1.ListRepositoriesResponse;
import dev.mendgate.v1.OpenDraftPullRequestRequest;
import dev.mendgate.v1.OpenDraftPullRequestResponse;
import dev.mendgate.v1.PullRequestServiceGrpc;
import dev.mendgate.v1.PullRequestServiceGrpc.PullRequestServiceBlockingStub;
import dev.mendgate.v1.RegisterRepositoryRequest;
import dev.mendgate.v1.RegisterRepositoryResponse;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc;
import dev.mendgate.v1.RepositoryServiceGrpc.RepositoryServiceBlockingStub;
import dev.mendgate.v1.SuggestFixRequest;
import dev.mendgate.v1.SuggestFixResponse;
import dev.mendgate.v1.SyncRepositoryRequest;
import dev.mendgate.v1.SyncRepositoryResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers a real repository and hands a patch back to it. */
final class RepositoryEndpointTest {
  private final Path work;
  private final ShopRepository shop;
  private final RunningGateway gateway;

  RepositoryEndpointTest(@TempDir Path data, @TempDir Path work) throws IOException {
    this.work = work;
    shop = new ShopRepository(work);
    gateway = RunningGateway.start(Settings.defaults(data), new UnbuildableSandbox());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private RepositoryServiceBlockingStub repositories() {
    return RepositoryServiceGrpc.newBlockingStub(gateway.channel);
  }

  private PullRequestServiceBlockingStub pullRequests() {
    return PullRequestServiceGrpc.newBlockingStub(gateway.channel);
  }

  private List<RegisterRepositoryResponse> register(Repository repository) {
    List<RegisterRepositoryResponse> steps = new ArrayList<>();
    repositories()
        .registerRepository(
            RegisterRepositoryRequest.newBuilder().setRepository(repository).build())
        .forEachRemaining(steps::add);
    return steps;
  }

  @Test
  void registersARepositoryAndTellsWhatItIndexed() {
    List<RegisterRepositoryResponse> steps = register(shop.message());
    Repository registered = steps.get(steps.size() - 1).getRepository();
    assertEquals(shop.head, registered.getHeadCommit());
    assertEquals("main", registered.getBranch());
    assertEquals(1, registered.getIndexedFiles());
    assertEquals(List.of("till"), registered.getServicesList());
    GetRepositoryRequest get = GetRepositoryRequest.newBuilder().setName("shop").build();
    Repository got = repositories().getRepository(get).getRepository();
    assertEquals(registered.toBuilder().clearSync().build(), got.toBuilder().clearSync().build());
    assertTrue(got.getSync().hasLastAttemptAt());
    assertFalse(got.getSync().hasProgress());
    assertEquals("", got.getSync().getLastError());
  }

  @Test
  void followsTheRepositoryWhenItIsSynced() {
    register(shop.message());
    String next = shop.git.write("README.md", "till\n").commit("Explain");
    List<SyncRepositoryResponse> steps = new ArrayList<>();
    repositories()
        .syncRepository(SyncRepositoryRequest.newBuilder().setName("shop").build())
        .forEachRemaining(steps::add);
    assertEquals(next, steps.get(steps.size() - 1).getRepository().getHeadCommit());
  }

  @Test
  void showsWhyARepositoryIsNotUpToDate() throws IOException {
    register(shop.message());
    Files.move(work, work.resolveSibling(work.getFileName() + ".away"));
    SyncRepositoryRequest request = SyncRepositoryRequest.newBuilder().setName("shop").build();
    for (int i = 0; i < 2; i++) {
      RunningGateway.refusal(
          () -> repositories().syncRepository(request).forEachRemaining(step -> {}));
    }

    Repository got =
        repositories()
            .getRepository(GetRepositoryRequest.newBuilder().setName("shop").build())
            .getRepository();

    assertEquals(shop.head, got.getHeadCommit());
    assertEquals(2, got.getSync().getFailures());
    assertEquals(1, got.getSync().getLastError().lines().count());
    Files.move(work.resolveSibling(work.getFileName() + ".away"), work);
  }

  @Test
  void listsRepositoriesByNameInPages() {
    for (String name : List.of("b", "a", "c")) {
      register(shop.message().toBuilder().setName(name).build());
    }
    ListRepositoriesRequest request = ListRepositoriesRequest.newBuilder().setPageSize(2).build();
    ListRepositoriesResponse first = repositories().listRepositories(request);
    ListRepositoriesResponse second =
        repositories()
            .listRepositories(request.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertEquals(
        List.of("a", "b"), first.getRepositoriesList().stream().map(Repository::getName).toList());
    assertEquals(
        List.of("c"), second.getRepositoriesList().stream().map(Repository::getName).toList());
    assertEquals("", second.getNextPageToken());
  }

  @Test
  void refusesANameThatBelongsToAnotherLocation(@TempDir Path other) {
    register(shop.message());
    Repository taken =
        new ShopRepository(other).message().toBuilder().setLocation(other.toString()).build();
    Status status = RunningGateway.refusal(() -> register(taken));
    assertEquals(Code.ALREADY_EXISTS_VALUE, status.getCode());
  }

  @Test
  void refusesNamesAndLocationsThatCannotBe(@TempDir Path empty) {
    Repository named = shop.message().toBuilder().setName("../shop").build();
    assertEquals(
        Code.INVALID_ARGUMENT_VALUE, RunningGateway.refusal(() -> register(named)).getCode());
    Repository placed = shop.message().toBuilder().setLocation(empty.toString()).build();
    assertEquals(Code.NOT_FOUND_VALUE, RunningGateway.refusal(() -> register(placed)).getCode());
    GetRepositoryRequest get = GetRepositoryRequest.newBuilder().setName("shop").build();
    assertEquals(
        Code.NOT_FOUND_VALUE,
        RunningGateway.refusal(() -> repositories().getRepository(get)).getCode());
  }

  @Test
  void pushesTheBranchOfACandidateOnce() {
    register(shop.message());
    OpenDraftPullRequestRequest request =
        OpenDraftPullRequestRequest.newBuilder()
            .setEvent(shop.event())
            .setCandidateId(firstCandidate())
            .build();
    OpenDraftPullRequestResponse first = pullRequests().openDraftPullRequest(request);
    assertFalse(first.getAlreadyOpen());
    assertEquals(first.getCommit(), shop.git.git("rev-parse", first.getBranch()).strip());
    String changed = shop.git.git("diff", "--name-only", shop.head, first.getBranch());
    assertEquals(ShopRepository.PATH, changed.strip());
    assertTrue(first.getBody().contains("ConcurrentModificationException"), first.getBody());
    OpenDraftPullRequestResponse second = pullRequests().openDraftPullRequest(request);
    assertTrue(second.getAlreadyOpen());
    assertEquals(first.getBranch(), second.getBranch());
    assertEquals(first.getCommit(), second.getCommit());
  }

  private String firstCandidate() {
    SuggestFixRequest request =
        SuggestFixRequest.newBuilder().setEvent(shop.event()).setSkipValidation(true).build();
    List<Candidates> ranked = new ArrayList<>();
    FixServiceGrpc.newBlockingStub(gateway.channel)
        .suggestFix(request)
        .forEachRemaining(
            step -> {
              if (step.getStepCase() == SuggestFixResponse.StepCase.RANKED) {
                ranked.add(step.getRanked());
              }
            });
    return ranked.get(0).getCandidates(0).getCandidateId();
  }

  @Test
  void opensNothingOfItsOwnAccordThatIsNotProven() {
    register(shop.message());
    OpenDraftPullRequestRequest request =
        OpenDraftPullRequestRequest.newBuilder().setEvent(shop.event()).build();
    Status status = RunningGateway.refusal(() -> pullRequests().openDraftPullRequest(request));
    assertEquals(Code.FAILED_PRECONDITION_VALUE, status.getCode());
  }
}
