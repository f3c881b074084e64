package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Sandbox;
import dev.mendgate.gateway.suggest.SuggestionListener;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.build.BuildOutcome;
import dev.mendgate.sandbox.build.PreparedProject;
import java.util.List;

/** Has no build to offer, so that nothing can be proven. */
final class UnbuildableSandbox implements Sandbox {
  @Override
  public BuildOutcome prepare(
      Located located, List<Candidate> candidates, SuggestionListener listener) {
    return new BuildOutcome.Failed("there is no build", "");
  }

  @Override
  public ValidationSession open(PreparedProject project, SuggestionListener listener) {
    throw new IllegalStateException("nothing is ever built");
  }
}
