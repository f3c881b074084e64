package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tests that may reproduce a failure; which of them really do, the caller finds out by
 * running them on the unpatched code. The same input gives the same tests. Safe for concurrent use.
 */
public final class ReproducerGenerator {
  /** How many tests are written where the caller does not say. */
  public static final int DEFAULT_MOST = 24;

  private static final int MOST_TARGETS = 6;
  private static final int CALLS_BEFORE_LIKELY_STRESS = 2;
  private static final int CALLS_BEFORE_STRESS = 12;
  private static final int MOST_STRESS = 3;

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
    List<Target> targets =
        new TargetFinder(sources).find(sites).stream().limit(MOST_TARGETS).toList();
    Clues clues = new Clues(failure);
    targets.forEach(target -> clues.mine(target.callable()));
    TypeResolver resolver = new TypeResolver(sources);
    Subtypes subtypes = new Subtypes(tree, sources, resolver);
    TestWriter writer = new TestWriter(failure, sites.get(0), tree, style);
    List<Declared> inTrace =
        targets.stream().filter(Target::inTrace).map(Target::owner).distinct().toList();
    List<List<Attempt>> byTarget = new ArrayList<>();
    List<Attempt> stress = new ArrayList<>();
    for (Target target : targets) {
      Values values =
          new Values(
              resolver,
              subtypes,
              inTrace,
              clues,
              target.owner().packageName(),
              style.languageLevel());
      List<Attempt> direct = new DirectCalls(values, clues).of(target, most);
      List<Attempt> changed =
          new ExistingTests(tree, sources, resolver, clues, values).of(target, most);
      byTarget.add(Combos.interleave(List.of(direct, changed), 2 * most));
      stress.addAll(new StressCalls(values, style.languageLevel()).of(target));
    }
    List<Attempt> calls = Schedule.of(targets, byTarget, most);
    Map<String, Reproducer> bySource = new LinkedHashMap<>();
    for (Attempt attempt : ordered(failure, sites.get(0), stress, calls)) {
      if (bySource.size() < most) {
        Reproducer written = writer.write(attempt);
        bySource.putIfAbsent(written.source(), written);
      }
    }
    return List.copyOf(bySource.values());
  }

  /** Threads come first where a collection broke, and otherwise after the cheapest calls. */
  private static List<Attempt> ordered(
      Failure failure, CrashSite site, List<Attempt> stress, List<Attempt> calls) {
    boolean likely = StressCalls.suspects(failure, site.frame());
    int cheap = Math.min(likely ? CALLS_BEFORE_LIKELY_STRESS : CALLS_BEFORE_STRESS, calls.size());
    List<Attempt> all = new ArrayList<>(calls.subList(0, cheap));
    all.addAll(stress.stream().limit(likely ? MOST_STRESS : 1).toList());
    all.addAll(calls.subList(cheap, calls.size()));
    return all;
  }
}
