package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.pullrequest.DraftPullRequests;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.SuggestionListener;
import dev.mendgate.gateway.suggest.Suggestions;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.v1.OpenDraftPullRequestRequest;
import dev.mendgate.v1.OpenDraftPullRequestResponse;
import dev.mendgate.v1.PullRequestServiceGrpc.PullRequestServiceImplBase;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;

/** Opens draft pull requests over gRPC. */
final class PullRequestEndpoint extends PullRequestServiceImplBase {
  private final RequestedFailure.Reader failures;
  private final SuggestionDesk desk;
  private final RepositoryRegistry registry;
  private final DraftPullRequests drafts;
  private final WorkQueue work;

  PullRequestEndpoint(
      RequestedFailure.Reader failures,
      SuggestionDesk desk,
      RepositoryRegistry registry,
      DraftPullRequests drafts,
      WorkQueue work) {
    this.failures = failures;
    this.desk = desk;
    this.registry = registry;
    this.drafts = drafts;
    this.work = work;
  }

  @Override
  public void openDraftPullRequest(
      OpenDraftPullRequestRequest request, StreamObserver<OpenDraftPullRequestResponse> answer) {
    RequestedFailure failure = failures.read(request);
    ServerCallStreamObserver<OpenDraftPullRequestResponse> call =
        (ServerCallStreamObserver<OpenDraftPullRequestResponse>) answer;
    work.run(
        call,
        () -> {
          call.onNext(open(failure, request.getCandidateId()));
          call.onCompleted();
        });
  }

  private OpenDraftPullRequestResponse open(RequestedFailure failure, String candidateId) {
    SuggestionDesk.Answered chosen =
        desk.recent(failure.repository(), candidateId).orElseGet(() -> prove(failure, candidateId));
    String remote = registry.get(failure.repository()).location();
    DraftPullRequests.Draft draft =
        drafts.open(
            registry.open(failure.repository()).git(),
            remote,
            chosen.located(),
            chosen.candidate());
    return OpenDraftPullRequestResponse.newBuilder()
        .setBranch(draft.branch().branch())
        .setCommit(draft.branch().commit())
        .setTitle(draft.text().title())
        .setBody(draft.text().body())
        .setRemote(remote)
        .setAlreadyOpen(draft.alreadyOpen())
        .build();
  }

  private SuggestionDesk.Answered prove(RequestedFailure failure, String candidateId) {
    Suggestions suggestions = desk.suggest(failure, true, SuggestionListener.NONE);
    Located located = NotLocatedErrors.require(suggestions.outcome());
    return suggestions.candidates().stream()
        .filter(c -> candidateId.isEmpty() ? isProven(c) : c.id().equals(candidateId))
        .findFirst()
        .map(candidate -> new SuggestionDesk.Answered(located, candidate))
        .orElseThrow(() -> missing(candidateId));
  }

  private static boolean isProven(Candidate candidate) {
    Validation validation = candidate.validation();
    return validation != null && validation.verdict() == Verdict.PROVEN;
  }

  private static RuntimeException missing(String candidateId) {
    return candidateId.isEmpty()
        ? RpcErrors.error(
            Code.FAILED_PRECONDITION,
            "NOTHING_PROVEN",
            "no candidate is proven; name one with candidate_id to open it all the same",
            Map.of())
        : RpcErrors.error(
            Code.NOT_FOUND,
            "CANDIDATE_UNKNOWN",
            "no candidate of this failure at HEAD is " + candidateId + "; ask SuggestFix again",
            Map.of("candidate_id", candidateId));
  }
}
