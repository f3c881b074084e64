package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.source.ownership.Owners;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints who owns files, in columns that scripts can read. */
@Command(
    name = "owners",
    mixinStandardHelpOptions = true,
    description =
        "Prints path, owners and the reason for each file, separated by tabs; where nobody is known"
            + " the second column is empty.")
final class OwnersCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();
  @Mixin private final OwnersOptions owners = new OwnersOptions();

  @Option(
      names = "--rev",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision whose files and CODEOWNERS are meant (default: ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Parameters(paramLabel = "PATH", description = "Text files; none for all Java files.")
  private List<String> paths = List.of();

  @Override
  public Integer call() {
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      CommitTree tree = repository.tree(repository.resolve(revision));
      Owners known = Owners.at(tree, owners.rules(System.getenv()));
      PrintWriter out = spec.commandLine().getOut();
      for (String path : paths.isEmpty() ? tree.javaPaths() : paths) {
        int lines = indexed.blame().blame(tree.commit(), path).lines();
        Owner owner = known.of(path, 1, lines, indexed.blame());
        out.print(
            column(path) + "\t" + column(owner.name().orElse("")) + "\t" + reason(owner) + "\n");
      }
      out.flush();
      return ExitCodes.DONE;
    }
  }

  private static String reason(Owner owner) {
    String within = owner.responds().map(time -> "; answers within " + time).orElse("");
    return column(owner.reason() + within);
  }

  /** Keeps what others named from breaking the columns. */
  private static String column(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
