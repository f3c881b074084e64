package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.Fingerprint;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.Locators;
import dev.mendgate.gateway.suggest.Pipelines;
import dev.mendgate.gateway.suggest.SuggestionPipeline;
import dev.mendgate.gateway.suggest.Suggestions;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.sandbox.run.Isolation;
import dev.mendgate.v1.FailureEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate suggest}: the whole pipeline without a server. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    description = "Proposes patches for a failure and proves them.",
    footer = "Exit codes: 0 done, 1 nothing to suggest, 2 bad usage or input, 3 internal failure.")
final class SuggestCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();
  @Mixin private final FailureOptions options = new FailureOptions();
  @Mixin private final BuildOptions build = new BuildOptions();
  @Mixin private final OwnersOptions owners = new OwnersOptions();
  @Mixin private final ShadeOptions shades = new ShadeOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many candidates to answer with (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--no-validate",
      description = "Leave candidates unproven: answers at once and runs none of the code.")
  private boolean skipValidation;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for suggestions.json and one patch for each candidate.")
  private @Nullable Path out;

  @Option(
      names = "--isolation",
      paramLabel = "MODE",
      defaultValue = "best_effort",
      description =
          "required, best_effort or none: how much the code under test is sealed off (default:"
              + " ${DEFAULT-VALUE}).")
  private Isolation.Mode isolation = Isolation.Mode.BEST_EFFORT;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new UserError("--top must be 1 or more");
    }
    FailureEvent event = options.event();
    IndexedRepository indexed = repositoryOptions.open();
    try (GitRepository repository = indexed.git()) {
      SuggestionPipeline pipeline =
          skipValidation
              ? Pipelines.unproven(Telemetry.NONE)
              : Pipelines.create(settings(), Telemetry.NONE);
      Suggestions answer =
          pipeline.suggest(
              new Locators(
                      new PrintedProgress(spec.commandLine().getErr()),
                      owners.rules(System.getenv()),
                      shades.rules(System.getenv()))
                  .of(indexed, repository.head()),
              event,
              !skipValidation,
              new ConsoleProgress(spec.commandLine().getErr()));
      if (answer.outcome() instanceof NotLocated not) {
        throw new UserError(not.message());
      }
      return answer(event, answer);
    }
  }

  private Pipelines.Settings settings() {
    return Pipelines.Settings.in(repositoryOptions.dataFolder())
        .withExplicit(build.explicit())
        .withIsolation(isolation);
  }

  private int answer(FailureEvent event, Suggestions answer) throws IOException {
    Located located = (Located) answer.outcome();
    List<Candidate> best =
        answer.candidates().subList(0, Math.min(top, answer.candidates().size()));
    List<String> notes = new ArrayList<>(located.notes());
    notes.addAll(answer.notes());
    String json = SuggestionsJson.write(identity(event), located, best, notes);
    if (out != null) {
      new SuggestionFolder(out).write(json, located, best);
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.print(format == OutputFormat.JSON ? json : text(located, best, answer.notes()));
    writer.flush();
    return best.isEmpty() ? ExitCodes.NOTHING_TO_SUGGEST : ExitCodes.DONE;
  }

  private static SuggestionsJson.FailureIdentity identity(FailureEvent event) {
    return new SuggestionsJson.FailureIdentity(
        FailureEvents.logPatternHash(event).orElse(null), Fingerprint.of(event));
  }

  private static String text(Located located, List<Candidate> best, List<String> notes) {
    SuggestionsText writer = new SuggestionsText(Instant.now());
    StringBuilder text = new StringBuilder(writer.located(located));
    notes.forEach(note -> text.append("note      ").append(note).append('\n'));
    if (best.isEmpty()) {
      return text.append("\nNo rule has a patch for this failure.\n").toString();
    }
    text.append('\n').append(writer.candidates(best)).append('\n');
    return text.append(writer.winner(best.get(0))).toString();
  }
}
