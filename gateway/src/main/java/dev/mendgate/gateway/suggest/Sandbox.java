package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.build.BuildOutcome;
import dev.mendgate.sandbox.build.PreparedProject;
import java.util.List;

/** What validation needs of the sandbox runner: a build of a commit, and judgement on it. */
public interface Sandbox {
  /** Builds the commit a failure was located in, or answers with the build of an earlier call. */
  BuildOutcome prepare(Located located, List<Candidate> candidates, SuggestionListener listener);

  /** Opens a session on a build. */
  ValidationSession open(PreparedProject project, SuggestionListener listener);
}
