package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.gateway.pattern.LogText;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.statement.Statement;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the log pattern of each record, and where the source writes it. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    description = {
      "Prints log-pattern hash and template of each log record, separated by a tab.",
      "With --repo, a third column names the statements that may have written it, as"
          + " path:first-last, separated by commas; it is empty where none fits."
    })
final class PatternsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--repo",
      paramLabel = "PATH_OR_URL",
      description = "Repository whose statements are matched, as for 'index'.")
  private @Nullable String repository;

  @Option(
      names = "--revision",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision whose statements are matched (default: ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where indexes are kept (default: $MENDGATE_DATA, else the XDG data folder).")
  private @Nullable Path data;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Log files in UTF-8; - for standard input.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    StatementIndex index = repository == null ? null : index(repository);
    PrintWriter out = spec.commandLine().getOut();
    for (String file : files) {
      print(file, index, out);
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private StatementIndex index(String location) {
    IndexedRepository indexed =
        RepositoryOptions.open(
            location, DataFolder.of(data, System.getenv()), spec.commandLine().getErr());
    try (GitRepository git = indexed.git()) {
      return StoredStatements.open(
          git.tree(git.resolve(revision)), indexed.folder(), IndexProgress.SILENT);
    }
  }

  private static void print(String file, @Nullable StatementIndex index, PrintWriter out) {
    boolean standard = file.equals("-");
    try (InputStream bytes = standard ? System.in : Files.newInputStream(Path.of(file));
        Reader in = LogText.open(bytes)) {
      LogRecordReader records = new LogRecordReader(in);
      for (LogRecord next = records.read(); next != null; next = records.read()) {
        out.print(row(next, index) + "\n");
      }
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": no such file, or not readable");
    }
  }

  private static String row(LogRecord entry, @Nullable StatementIndex index) {
    LogPattern pattern = LogPattern.ofMessage(entry.message());
    if (index == null) {
      return pattern.hash() + "\t" + column(pattern.normalForm());
    }
    List<Statement> found = index.byMessage(entry.message(), entry.logger(), null);
    if (found.isEmpty()) {
      found = index.byHash(pattern.hash());
    }
    String hash = found.isEmpty() ? pattern.hash() : found.get(0).hash();
    String template = found.isEmpty() ? pattern.normalForm() : found.get(0).template();
    String places =
        found.stream().map(s -> column(s.place())).distinct().collect(Collectors.joining(","));
    return String.join("\t", hash, column(template), places);
  }

  /** Keeps what others wrote from breaking the columns, or from speaking to a terminal. */
  private static String column(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
