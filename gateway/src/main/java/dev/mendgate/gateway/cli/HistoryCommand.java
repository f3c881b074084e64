package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.LineChange;
import dev.mendgate.gateway.source.ownership.EnclosingMethod;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate history}: who changed a method, and when. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description =
        "Prints the commits that changed the method around a line, newest first: commit, author"
            + " mail, author time, path, first and last line it then had, summary, separated by"
            + " tabs. Outside of a method, the line alone is followed.")
final class HistoryCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();
  @Mixin private final LineOptions place = new LineOptions();

  @Option(
      names = "--rev",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision the line is of (default: ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many commits at most (default: ${DEFAULT-VALUE}).")
  private int most = 50;

  @Override
  public Integer call() {
    int line = place.line();
    if (most < 1) {
      throw new UserError("--most is at least 1");
    }
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      CommitTree tree = repository.tree(repository.resolve(revision));
      String text = tree.require(place.path()).text();
      if (line > text.lines().count()) {
        throw new UserError(place.path() + " has only " + text.lines().count() + " lines");
      }
      EnclosingMethod method =
          EnclosingMethod.of(text, line).orElse(new EnclosingMethod(line, line));
      PrintWriter out = spec.commandLine().getOut();
      indexed
          .blame()
          .changes(tree.commit(), place.path(), method.first(), method.last(), most)
          .forEach(change -> out.print(row(change)));
      out.flush();
      return ExitCodes.DONE;
    }
  }

  private static String row(LineChange change) {
    return String.join(
            "\t",
            change.commit().commit(),
            BlameCommand.column(change.commit().authorMail()),
            String.valueOf(change.commit().authoredAt().getEpochSecond()),
            BlameCommand.column(change.path()),
            String.valueOf(change.firstLine()),
            String.valueOf(change.lastLine()),
            BlameCommand.column(change.commit().summary()))
        + "\n";
  }
}
