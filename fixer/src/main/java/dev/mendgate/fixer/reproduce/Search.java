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

/** The search for reproducers of one failure. */
final class Search {
  private static final int MOST_TARGETS = 6;
  private static final int CALLS_BEFORE_LIKELY_STRESS = 2;
  private static final int CALLS_BEFORE_STRESS = 12;
  private static final int MOST_STRESS = 3;

  private final Failure failure;
  private final List<CrashSite> sites;
  private final RuleContext.Sources sources;
  private final SourceTree tree;
  private final TestStyle style;
  private final int most;
  private final TypeResolver resolver;
  private final Subtypes subtypes;

  Search(
      Failure failure,
      List<CrashSite> sites,
      RuleContext.Sources sources,
      SourceTree tree,
      TestStyle style,
      int most) {
    this.failure = failure;
    this.sites = List.copyOf(sites);
    this.sources = sources;
    this.tree = tree;
    this.style = style;
    this.most = most;
    this.resolver = new TypeResolver(sources);
    this.subtypes = new Subtypes(tree, sources, resolver);
  }

  List<Reproducer> reproducers() {
    List<Target> targets =
        new TargetFinder(sources).find(sites).stream().limit(MOST_TARGETS).toList();
    Clues clues = new Clues(failure);
    targets.forEach(target -> clues.mine(target.callable()));
    List<List<Attempt>> calls = new ArrayList<>();
    List<Attempt> stress = new ArrayList<>();
    for (Target target : targets) {
      Values values = values(target, targets, clues);
      calls.add(calls(target, clues, values));
      stress.addAll(new StressCalls(failure, values, style.languageLevel()).of(target));
    }
    return written(withStress(targets, Schedule.of(targets, calls, most), stress));
  }

  private Values values(Target target, List<Target> targets, Clues clues) {
    List<Declared> inTrace =
        targets.stream().filter(Target::inTrace).map(Target::owner).distinct().toList();
    String packageName = target.owner().packageName();
    return new Values(resolver, subtypes, inTrace, clues, packageName, style.languageLevel());
  }

  private List<Attempt> calls(Target target, Clues clues, Values values) {
    List<Attempt> direct = new DirectCalls(values, clues).of(target, most);
    List<Attempt> changed =
        new ExistingTests(tree, sources, resolver, clues, values).of(target, most);
    return Combos.interleave(List.of(direct, changed), 2 * most);
  }

  /** Puts threads first where a collection broke, and otherwise after the cheapest calls. */
  private List<Attempt> withStress(
      List<Target> targets, List<Attempt> calls, List<Attempt> stress) {
    boolean likely =
        StressCalls.suspects(failure, sites.get(0).frame())
            || targets.stream().anyMatch(t -> StressCalls.suspects(failure, sites.get(0), t));
    int cheap = Math.min(likely ? CALLS_BEFORE_LIKELY_STRESS : CALLS_BEFORE_STRESS, calls.size());
    List<Attempt> all = new ArrayList<>(calls.subList(0, cheap));
    all.addAll(stress.stream().limit(likely ? MOST_STRESS : 1).toList());
    all.addAll(calls.subList(cheap, calls.size()));
    return all;
  }

  private List<Reproducer> written(List<Attempt> attempts) {
    TestWriter writer = new TestWriter(failure, sites.get(0), tree, style);
    Map<String, Reproducer> bySource = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      if (bySource.size() < most) {
        Reproducer written = writer.write(attempt);
        bySource.putIfAbsent(written.source(), written);
      }
    }
    return List.copyOf(bySource.values());
  }
}
