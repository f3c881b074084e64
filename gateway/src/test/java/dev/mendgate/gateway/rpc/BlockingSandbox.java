package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Sandbox;
import dev.mendgate.gateway.suggest.SuggestionListener;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.build.BuildOutcome;
import dev.mendgate.sandbox.build.PreparedProject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Builds without end, until it is interrupted. */
final class BlockingSandbox implements Sandbox {
  final Semaphore started = new Semaphore(0);
  final Semaphore interrupted = new Semaphore(0);

  @Override
  public BuildOutcome prepare(
      Located located, List<Candidate> candidates, SuggestionListener listener) {
    started.release();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted.release();
    }
    return new BuildOutcome.Failed("interrupted", "");
  }

  @Override
  public ValidationSession open(PreparedProject project, SuggestionListener listener) {
    throw new IllegalStateException("nothing is ever built");
  }
}
