package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.gateway.pattern.LogText;
import dev.mendgate.gateway.pattern.mining.TemplateMiner;
import dev.mendgate.gateway.pattern.secret.SecretMask;
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
import picocli.CommandLine.Mixin;
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
          + " record, which may be several lines of the log. Templates of records that no statement"
          + " explains are learned from all records first.",
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

  @Mixin private final SecretOptions secrets = new SecretOptions();
  private SecretMask mask = SecretMask.DEFAULT;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Log files, in UTF-8 or UTF-16, gzip-compressed or not; - for standard input. Layouts"
              + " are recognised.")
  private List<String> files = List.of();

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description =
          "Keeps the templates learned from records that no statement explains in FILE, and starts"
              + " with those it has (default: learned anew from the FILEs).")
  private @Nullable Path templates;

  @Option(
      names = "--stream",
      description =
          "Prints each record at once, with the template known by then, not at the end with the"
              + " final one.")
  private boolean stream;

  private long read;
  private long printed;

  @Override
  public Integer call() {
    mask = secrets.mask(System.getenv());
    PatternRows format = new PatternRows(repository == null ? null : index(repository));
    PrintWriter out = spec.commandLine().getOut();
    try (TemplateMiner miner = miner();
        RowSpool spool = RowSpool.create()) {
      boolean allRead = read(entry -> take(entry, format, miner, spool));
      spool.read(miner::current, format::mined, this::print);
      out.flush();
      return allRead ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    } catch (IOException e) {
      throw new UserError("cannot keep rows or templates: " + e.getMessage());
    }
  }

  private TemplateMiner miner() throws IOException {
    return templates == null ? TemplateMiner.inMemory() : TemplateMiner.open(templates);
  }

  /** Reads all files; returns whether all could be read, or nobody reads the rows any more. */
  private boolean read(Records taker) {
    boolean allRead = true;
    for (String file : files) {
      try {
        if (!read(file, taker)) {
          return true;
        }
      } catch (IOException | InvalidPathException e) {
        allRead = false;
        explain(file, e);
      }
    }
    return allRead;
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

  private boolean read(String file, Records taker) throws IOException {
    try (InputStream bytes = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      LogRecordReader records = new LogRecordReader(LogText.open(bytes));
      for (LogRecord next = records.read(); next != null; next = records.read()) {
        tell(++read);
        if (!taker.take(next)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Prints a record's row or keeps it; returns false where nobody reads rows any more. */
  private boolean take(LogRecord entry, PatternRows format, TemplateMiner miner, RowSpool spool)
      throws IOException {
    String explained = format.explained(entry);
    String row =
        explained == null
            ? format.mined(miner.learn(mask.mask(PatternRows.message(entry))))
            : explained;
    if (stream) {
      return print(row);
    }
    if (explained == null) {
      spool.addMined(row);
    } else {
      spool.add(row);
    }
    return true;
  }

  private boolean print(String row) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(row + "\n");
    return ++printed % CHECKED_ROWS != 0 || !(out.checkError() || System.out.checkError());
  }

  private void tell(long records) {
    if (records % TOLD_ROWS == 0 && System.console() != null) {
      say(records / TOLD_ROWS + " million records");
    }
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

  /** Takes the records of the files; returns false to take no more. */
  @FunctionalInterface
  private interface Records {
    boolean take(LogRecord entry) throws IOException;
  }
}
