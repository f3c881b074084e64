package dev.mendgate.gateway.cli;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Scan;
import dev.mendgate.fixer.scan.Scanner;
import dev.mendgate.fixer.scan.Siblings;
import dev.mendgate.gateway.scan.Baseline;
import dev.mendgate.gateway.scan.ChangedSince;
import dev.mendgate.gateway.scan.Report;
import dev.mendgate.gateway.scan.SarifLog;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.suggest.LocateOutcome;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.Locators;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate scan}: weaknesses that have not failed yet. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Finds weaknesses in the sources at HEAD that have not failed yet, and what repairs them.",
      "With --failure: the places that are like the one that failed."
    },
    footer = {
      "Silence a finding with @SuppressWarnings(\"mendgate:RULE\") around it, or with a comment"
          + " // mendgate:ignore RULE in its line or the one above.",
      "Exit codes: 0 done, 1 findings that are not in the baseline (only with --fail-on-new), or"
          + " nothing to look for (--failure), 2 bad usage or input, 3 internal failure."
    })
final class ScanCommand implements Callable<Integer> {
  /** Forms of the answer. */
  enum Format {
    TEXT,
    SARIF
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();
  @Mixin private final ScanOptions options = new ScanOptions();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or sarif, which is SARIF 2.1.0 (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "SARIF log of an earlier scan, or what --write-baseline wrote.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the fingerprints of what was found, as a baseline for later scans.")
  private @Nullable Path newBaseline;

  @Option(
      names = "--fail-on-new",
      description = "Exit with 1 where there are findings that are not in the baseline.")
  private boolean failOnNew;

  @Option(
      names = "--diff-base",
      paramLabel = "REV",
      description =
          "Only findings in lines that differ from this revision, such as the merge base.")
  private @Nullable String diffBase;

  @Option(
      names = "--failure",
      paramLabel = "FILE",
      description = "Find what is like this failure: log text with a stack trace, or - .")
  private @Nullable String failure;

  @Override
  public Integer call() throws IOException {
    Baseline known = baseline == null ? Baseline.NONE : read(baseline);
    Scanner scanner = Scanner.withInstalledDetectors();
    Predicate<Finding> shown = failure == null ? options.shown(scanner.kinds()) : options::atLeast;
    IndexedRepository indexed = repositoryOptions.open();
    try (GitRepository repository = indexed.git()) {
      CommitTree head = repository.tree(repository.head());
      Predicate<Finding> changed =
          diffBase == null
              ? found -> true
              : new ChangedSince(repository.tree(repository.resolve(diffBase)), head);
      List<String> paths = options.paths(head.javaPaths());
      Scan scan =
          failure == null
              ? scanner.scan(head, paths, this::advanced)
              : siblings(indexed, failure, head, paths);
      Report report = Report.of(scan, shown.and(changed), known);
      if (newBaseline != null) {
        Files.writeString(newBaseline, Baseline.list(report));
      }
      print(report, scanner, head.commit());
      return failOnNew && report.news() > 0 ? ExitCodes.NOTHING_TO_SUGGEST : ExitCodes.DONE;
    }
  }

  private Scan siblings(
      IndexedRepository indexed, String file, CommitTree head, List<String> paths) {
    LocateOutcome outcome =
        new Locators(
                new PrintedProgress(spec.commandLine().getErr()), OwnerRules.DEFAULT, List.of())
            .of(indexed, head.commit())
            .locate(FailureFile.read(file));
    if (outcome instanceof NotLocated not) {
      throw new UserError(not.message());
    }
    Located located = (Located) outcome;
    List<CandidateFix> fixes =
        Proposer.withInstalledRules().propose(located.failure(), located.sites(), head).fixes();
    for (CandidateFix fix : fixes) {
      for (CrashSite site : located.sites()) {
        if (fix.edits().get(0).path().equals(site.path())) {
          return new Siblings(located.failure(), site, fix, head)
              .among(head, paths, this::advanced);
        }
      }
    }
    throw new UserError("no rule repairs this failure, so nothing can be said to be like it");
  }

  private static Baseline read(Path file) {
    try {
      return Baseline.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UserError("cannot read the baseline " + file + "; write one with --write-baseline");
    } catch (IllegalArgumentException e) {
      throw new UserError("cannot use the baseline " + file + ": " + e.getMessage());
    }
  }

  private void print(Report report, Scanner scanner, String commit) {
    PrintWriter out = spec.commandLine().getOut();
    String version = Main.class.getPackage().getImplementationVersion();
    out.print(
        format == Format.SARIF
            ? new SarifLog(scanner.kinds(), version == null ? "0.0.0" : version, commit)
                .write(report)
            : ScanText.write(report));
    out.flush();
  }

  private synchronized void advanced(int done, int total) {
    new PrintedProgress(spec.commandLine().getErr()).advanced("scan", done, total);
  }
}
