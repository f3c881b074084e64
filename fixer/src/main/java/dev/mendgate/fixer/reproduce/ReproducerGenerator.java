package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import java.util.List;

/**
 * Writes tests that may reproduce a failure; which of them really do, the caller finds out by
 * running them on the unpatched code. The same input gives the same tests. Safe for concurrent use.
 */
public final class ReproducerGenerator {
  /** How many tests are written where the caller does not say. */
  public static final int DEFAULT_MOST = 24;

  private final int most;

  /** Writes at most {@value #DEFAULT_MOST} tests for a failure. */
  public ReproducerGenerator() {
    this(DEFAULT_MOST);
  }

  /**
   * @param most how many tests to write for a failure, at least 1
   */
  public ReproducerGenerator(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one test must be allowed: " + most);
    }
    this.most = most;
  }

  /** Writes tests in the style that the tree's own tests show. */
  public List<Reproducer> generate(
      Failure failure, List<CrashSite> sites, RuleContext.Sources sources, SourceTree tree) {
    return sites.isEmpty()
        ? List.of()
        : generate(failure, sites, sources, tree, TestStyle.detect(tree, sites.get(0).path()));
  }

  /**
   * Writes tests, the most promising first.
   *
   * @param sites in-app frames, innermost first; the first is where a test has to fail
   * @param sources parsed files of the tree
   * @return empty where no method that a test can call leads to a site
   */
  public List<Reproducer> generate(
      Failure failure,
      List<CrashSite> sites,
      RuleContext.Sources sources,
      SourceTree tree,
      TestStyle style) {
    if (sites.isEmpty()) {
      return List.of();
    }
    Search search = new Search(failure, sites, sources, new RememberedTree(tree), style, most);
    return search.reproducers();
  }
}
