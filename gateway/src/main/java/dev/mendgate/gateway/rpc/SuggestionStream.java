package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.SuggestionListener;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.v1.SuggestFixResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;

/** Tells a caller of SuggestFix each step as it happens. */
final class SuggestionStream implements SuggestionListener {
  private final ServerCallStreamObserver<SuggestFixResponse> call;

  SuggestionStream(ServerCallStreamObserver<SuggestFixResponse> call) {
    this.call = call;
  }

  @Override
  public void located(Located located) {
    send(SuggestFixResponse.newBuilder().setLocated(FixMessages.located(located)).build());
  }

  @Override
  public void proposed(List<Candidate> candidates) {
    send(SuggestFixResponse.newBuilder().setCandidates(FixMessages.candidates(candidates)).build());
  }

  @Override
  public void judged(Candidate candidate) {
    Validation validation = candidate.validation();
    if (validation != null) {
      send(
          SuggestFixResponse.newBuilder()
              .setVerdict(FixMessages.verdict(candidate, validation))
              .build());
    }
  }

  /** Progress is worth sending only while the caller keeps up with reading it. */
  @Override
  public void progress(String stage, String message, int done, int total) {
    if (call.isReady()) {
      send(
          SuggestFixResponse.newBuilder()
              .setProgress(FixMessages.progress(stage, message, done, total))
              .build());
    }
  }

  /** Ends the stream with the answer. */
  synchronized void finish(List<Candidate> ranked) {
    send(SuggestFixResponse.newBuilder().setRanked(FixMessages.candidates(ranked)).build());
    if (!call.isCancelled()) {
      call.onCompleted();
    }
  }

  private synchronized void send(SuggestFixResponse response) {
    if (!call.isCancelled()) {
      call.onNext(response);
    }
  }
}
