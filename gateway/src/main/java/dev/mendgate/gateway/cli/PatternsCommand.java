package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.gateway.pattern.LogText;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      "Prints log-pattern hash and template of each log record, separated by a tab: one line a"
          + " record, which may be several lines of the log.",
      "With --repo, a third column names the statements that may have written it, as"
          + " path:first-last, separated by commas; it is empty where none fits. A record that"
          + " only an exception's message explains has the statement that throws it."
    },
    footer =
        "Exit codes: 0 all files were read, 2 bad usage, or a file cannot be read (the others are"
            + " read nevertheless).")
final class PatternsCommand implements Callable<Integer> {
  private static final int CHECKED_ROWS = 1_000;
  private static final int TOLD_ROWS = 1_000_000;

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
      description =
          "Revision whose statements are matched, best the one that wrote the log (default:"
              + " ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where indexes are kept (default: $MENDGATE_DATA, else the XDG data folder).")
  private @Nullable Path data;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Log files, in UTF-8 or UTF-16, gzip-compressed or not; - for standard input. Layouts"
              + " are recognised.")
  private List<String> files = List.of();

  private long rows;

  @Override
  public Integer call() {
    PatternRows format =
        new PatternRows(repository == null ? null : index(repository), LogPattern::ofMessage);
    PrintWriter out = spec.commandLine().getOut();
    boolean allRead = true;
    for (String file : files) {
      try {
        if (!print(file, format, out)) {
          return ExitCodes.DONE;
        }
      } catch (IOException | InvalidPathException e) {
        allRead = false;
        out.flush();
        explain(file, e);
      }
    }
    out.flush();
    return allRead ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
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

  /** Prints a row for each record; returns false where nobody reads them any more. */
  private boolean print(String file, PatternRows format, PrintWriter out) throws IOException {
    try (InputStream bytes = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      LogRecordReader records = new LogRecordReader(LogText.open(bytes));
      for (LogRecord next = records.read(); next != null; next = records.read()) {
        out.print(format.row(next));
        out.print('\n');
        if (++rows % CHECKED_ROWS == 0 && isGone(out)) {
          return false;
        }
      }
    }
    return !isGone(out);
  }

  private boolean isGone(PrintWriter out) {
    if (rows % TOLD_ROWS == 0 && rows > 0 && System.console() != null) {
      say(rows / TOLD_ROWS + " million records");
    }
    return out.checkError() || System.out.checkError();
  }

  private void explain(String file, Exception e) {
    boolean missing = e instanceof NoSuchFileException || e instanceof InvalidPathException;
    boolean folder = !missing && !file.equals("-") && Files.isDirectory(Path.of(file));
    String reason = String.valueOf(e.getMessage());
    say(
        "cannot read "
            + file
            + ": "
            + (missing ? "no such file" : folder ? "is a folder" : reason));
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.print("mendgate: " + line + "\n");
    err.flush();
  }
}
