package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexSummary;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the indexes of a repository's HEAD, so that lookups are quick afterwards. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description =
        "Indexes the blame of all text files and the statements of all Java files at HEAD, and"
            + " keeps them in the data folder.")
final class IndexCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  @Override
  public Integer call() {
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      PrintWriter err = spec.commandLine().getErr();
      PrintedProgress progress = new PrintedProgress(err);
      String head = repository.head();
      IndexSummary summary = indexed.blame().index(head, progress);
      StatementIndex statements =
          StoredStatements.open(repository.tree(head), indexed.folder(), progress);
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          (summary.reused() ? "already indexed " : "indexed ")
              + summary.commit()
              + ": "
              + summary.files()
              + " files, "
              + summary.lines()
              + " lines, "
              + statements.statements().size()
              + " logging and throwing statements"
              + skipped(statements)
              + "; "
              + perLine(indexed.blame().size(), summary.lines())
              + "\n");
      out.flush();
      return 0;
    }
  }

  private static String skipped(StatementIndex statements) {
    int count = statements.skipped().size();
    return count == 0
        ? ""
        : " (Java files that could not be read: "
            + count
            + ", such as "
            + statements.skipped().get(0)
            + ")";
  }

  private static String perLine(long bytes, long lines) {
    return lines == 0
        ? "blame takes " + bytes + " bytes"
        : String.format(
            Locale.ROOT, "blame takes %d bytes, %.1f per line", bytes, (double) bytes / lines);
  }
}
