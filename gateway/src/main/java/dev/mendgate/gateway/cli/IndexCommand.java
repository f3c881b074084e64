package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexSummary;
import dev.mendgate.gateway.source.IndexedRepository;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the indexes of a repository's HEAD, so that lookups are quick afterwards. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Indexes the blame of all Java files at HEAD and keeps it in the data folder.")
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
      IndexSummary summary = indexed.blame().index(repository.head(), new PrintedProgress(err));
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          (summary.reused() ? "already indexed " : "indexed ")
              + summary.commit()
              + ": "
              + summary.files()
              + " files, "
              + summary.lines()
              + " lines\n");
      out.flush();
      return 0;
    }
  }
}
