package dev.mendgate.gateway.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.suggest.LocateOutcome;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.Location;
import dev.mendgate.gateway.suggest.Locators;
import dev.mendgate.gateway.suggest.RepositoryLocator;
import dev.mendgate.gateway.suggest.TracedFrame;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate locate}: source lines of a failure, and who last changed them. */
@Command(
    name = "locate",
    mixinStandardHelpOptions = true,
    description = "Maps a failure to source lines and to who last changed them.")
final class LocateCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();
  @Mixin private final FailureOptions options = new FailureOptions();
  @Mixin private final OwnersOptions owners = new OwnersOptions();
  @Mixin private final ShadeOptions shades = new ShadeOptions();

  @Option(
      names = "--frames",
      description =
          "Say of every frame of the stack trace where it stands, in the deployed revision, or why"
              + " it is passed over.")
  private boolean frames;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() {
    IndexedRepository indexed = repositoryOptions.open();
    try (GitRepository repository = indexed.git()) {
      RepositoryLocator locator =
          new Locators(
                  new PrintedProgress(spec.commandLine().getErr()),
                  owners.rules(System.getenv()),
                  shades.rules(System.getenv()))
              .of(indexed, repository.head());
      PrintWriter out = spec.commandLine().getOut();
      if (frames) {
        out.print(report(locator.frames(options.event())));
        out.flush();
        return ExitCodes.DONE;
      }
      LocateOutcome outcome = locator.locate(options.event());
      if (outcome instanceof NotLocated not) {
        throw new UserError(not.message());
      }
      Located located = (Located) outcome;
      out.print(format == OutputFormat.JSON ? json(located) : text(located));
      out.flush();
      return ExitCodes.DONE;
    }
  }

  private String report(List<TracedFrame> traced) {
    if (traced.isEmpty()) {
      throw new UserError("the failure has no Java stack trace; --frames tells of frames only");
    }
    return format == OutputFormat.JSON ? FramesReport.json(traced) : FramesReport.text(traced);
  }

  private static String text(Located located) {
    SuggestionsText writer = new SuggestionsText(Instant.now());
    StringBuilder text = new StringBuilder(writer.located(located));
    for (Location further : located.locations().subList(1, located.locations().size())) {
      text.append('\n').append(writer.location(further));
    }
    return text.toString();
  }

  private static String json(Located located) {
    JsonArray candidates = new JsonArray();
    for (Location location : located.locations()) {
      candidates.add(SuggestionsJson.location(located.headCommit(), location));
    }
    JsonObject root = new JsonObject();
    root.add("location", candidates.get(0));
    root.add("candidates", candidates);
    SuggestionsJson.addHistory(root, located.history());
    return SuggestionsJson.print(root) + "\n";
  }
}
