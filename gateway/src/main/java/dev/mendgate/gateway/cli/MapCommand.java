package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.CommitNote;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.LineFate;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate map}: where a line of one revision is in another. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description =
        "Follows a line from one revision to another, older or newer, and through renames. Prints"
            + " what became of it (present, changed, deleted, file-deleted), path and line there,"
            + " and, where it is gone, the commit that has it on one side only, separated by tabs.")
final class MapCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();
  @Mixin private final LineOptions place = new LineOptions();

  @Option(
      names = "--from",
      paramLabel = "REV",
      required = true,
      description = "Revision the line is of, such as the deployed one.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision it is sought in (default: ${DEFAULT-VALUE}).")
  private String to = "HEAD";

  @Override
  public Integer call() {
    int line = place.line();
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      String origin = repository.resolve(from);
      long lines = repository.tree(origin).require(place.path()).text().lines().count();
      if (line > lines) {
        throw new UserError(place.path() + " has only " + lines + " lines at " + from);
      }
      LineFate fate = indexed.blame().follow(origin, place.path(), line, repository.resolve(to));
      PrintWriter out = spec.commandLine().getOut();
      out.print(row(fate));
      out.flush();
      return fate instanceof LineFate.Present ? ExitCodes.DONE : ExitCodes.NOTHING_TO_SUGGEST;
    }
  }

  private static String row(LineFate fate) {
    if (fate instanceof LineFate.Present present) {
      return "present\t" + BlameCommand.column(present.path()) + "\t" + present.line() + "\t\n";
    }
    LineFate.Lost lost = (LineFate.Lost) fate;
    String path = lost.path();
    CommitNote in = lost.in();
    return lost.how().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + "\t"
        + (path == null ? "" : BlameCommand.column(path))
        + "\t\t"
        + in.commit()
        + "\n";
  }
}
