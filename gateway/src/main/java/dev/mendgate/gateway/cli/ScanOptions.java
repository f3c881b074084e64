package dev.mendgate.gateway.cli;

import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Scanner;
import dev.mendgate.fixer.scan.Scope;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that say which files and which findings a scan is about. */
final class ScanOptions {
  @Option(
      names = "--rule",
      paramLabel = "NAME",
      split = ",",
      description = "Only these rules; may be given more than once. docs/scan.md lists them.")
  private List<String> rules = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description =
          "Leave out files whose path from the root of the repository matches, such as"
              + " '**/legacy/**'; may be given more than once.")
  private List<String> excluded = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "0..1",
      defaultValue = "0.5",
      description = "Leave out findings that are less sure than this (default: ${DEFAULT-VALUE}).")
  private double minConfidence;

  @Option(names = "--tests", description = "Look at test sources, too.")
  private boolean tests;

  /** Returns which of a tree's files are looked at. */
  List<String> paths(List<String> all) {
    List<PathMatcher> matchers = excluded.stream().map(ScanOptions::matcher).toList();
    return all.stream()
        .filter(path -> tests || !Scope.isTest(path))
        .filter(path -> !Scope.isGenerated(path))
        .filter(path -> matchers.stream().noneMatch(found -> found.matches(Path.of(path))))
        .toList();
  }

  /** Returns which findings are told. */
  Predicate<Finding> shown(List<Scanner.Kind> kinds) {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new UserError("--min-confidence must be from 0 to 1");
    }
    Set<String> known = kinds.stream().map(Scanner.Kind::name).collect(Collectors.toSet());
    rules.stream()
        .filter(rule -> !known.contains(rule))
        .findFirst()
        .ifPresent(
            rule -> {
              throw new UserError(
                  "no rule '"
                      + rule
                      + "'; there are: "
                      + String.join(", ", known.stream().sorted().toList()));
            });
    return found -> atLeast(found) && (rules.isEmpty() || rules.contains(found.rule()));
  }

  /** Returns whether a finding is sure enough. */
  boolean atLeast(Finding found) {
    return found.confidence() >= minConfidence;
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new UserError("--exclude is no glob: " + e.getDescription());
    }
  }
}
