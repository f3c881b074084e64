package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.Proposer;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.sandbox.build.BuildRequest.ExplicitBuild;
import dev.mendgate.sandbox.judge.Budget;
import dev.mendgate.sandbox.run.Isolation;
import dev.mendgate.sandbox.run.Workers;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts a pipeline together from the parts of this machine. */
public final class Pipelines {
  private static final int KEPT_BUILDS = 8;

  private Pipelines() {}

  /**
   * What a user may decide.
   *
   * @param data folder that keeps builds
   * @param isolation how much isolation the user insists on
   * @param explicit how to compile without a build tool; null to find the project's own build
   */
  public record Settings(
      Path data,
      Isolation.Mode isolation,
      Budget budget,
      ProofOptions proof,
      @Nullable ExplicitBuild explicit) {
    /** The defaults, with builds kept below a data folder. */
    public static Settings in(Path data) {
      return new Settings(
          data, Isolation.Mode.BEST_EFFORT, Budget.DEFAULT, ProofOptions.DEFAULT, null);
    }

    /** Returns the same with another way to compile. */
    public Settings withExplicit(@Nullable ExplicitBuild other) {
      return new Settings(data, isolation, budget, proof, other);
    }

    /** Returns the same with other isolation. */
    public Settings withIsolation(Isolation.Mode other) {
      return new Settings(data, other, budget, proof, explicit);
    }
  }

  /**
   * Makes a pipeline with all installed rules.
   *
   * @throws IllegalStateException where isolation is required and the machine offers none
   */
  public static SuggestionPipeline create(Settings settings, Telemetry telemetry) {
    Sandbox sandbox =
        new ForkedSandbox(
            new BuildFolders(settings.data().resolve("builds"), KEPT_BUILDS),
            Workers.create(settings.isolation()),
            settings.budget(),
            settings.explicit());
    return new SuggestionPipeline(
        new CandidateProposer(Proposer.withInstalledRules()),
        new CandidateValidator(
            sandbox, new GeneratedReproducers(settings.proof().reproducers()), settings.proof()),
        telemetry);
  }

  /** Makes a pipeline with all installed rules that proves nothing, and needs no sandbox. */
  public static SuggestionPipeline unproven(Telemetry telemetry) {
    return new SuggestionPipeline(
        new CandidateProposer(Proposer.withInstalledRules()), null, telemetry);
  }
}
