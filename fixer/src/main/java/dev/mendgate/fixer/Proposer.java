package dev.mendgate.fixer;

import dev.mendgate.fixer.edit.SyntaxCheck;
import dev.mendgate.fixer.habit.HabitWeights;
import dev.mendgate.fixer.habit.PastFixes;
import dev.mendgate.fixer.habit.Stakes;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Runs every rule at every crash site: the entry to this module. Safe for concurrent use. */
public final class Proposer {
  /** Frames further out than this are too far from the fault to be worth the validation. */
  public static final int MAX_SITES = 6;

  // Fixes of crashes lie mostly in the innermost frame's file, and the more seldom the further out.
  private static final double CONFIDENCE_KEPT_PER_FRAME = 0.85;

  private final List<Rule> rules;

  /** Uses these rules, in this order. */
  public Proposer(List<? extends Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Uses all rules that are registered as services. */
  public static Proposer withInstalledRules() {
    ClassLoader loader = Proposer.class.getClassLoader();
    return new Proposer(
        ServiceLoader.load(Rule.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Rule::name))
            .toList());
  }

  /**
   * Proposes fixes for a failure.
   *
   * @param sites in-app frames, innermost first; those behind the first {@value #MAX_SITES} are
   *     left out
   */
  public Proposals propose(Failure failure, List<CrashSite> sites, SourceTree tree) {
    return propose(failure, sites, tree, PastFixes.NONE);
  }

  /**
   * As the other one, where the history is known.
   *
   * @param past how the repository fixed such failures before
   */
  public Proposals propose(
      Failure failure, List<CrashSite> sites, SourceTree tree, PastFixes past) {
    ParsedSources sources = new ParsedSources(tree);
    SyntaxCheck syntax = new SyntaxCheck(sources);
    Outcomes outcomes = new Outcomes();
    List<String> notes = new ArrayList<>();
    for (CrashSite site : sites.subList(0, Math.min(MAX_SITES, sites.size()))) {
      Optional<ParsedFile> file = sources.parse(site.path());
      if (file.isEmpty()) {
        notes.add(site.path() + " is absent or does not parse: no fix was sought there");
        continue;
      }
      RuleContext context = new RuleContext(failure, site, file.get(), sources);
      HabitWeights habits = new HabitWeights(context, past);
      for (CandidateFix fix : atSite(context, syntax, notes)) {
        outcomes.add(habits.adjusted(fix));
      }
    }
    return new Proposals(
        Stakes.weighed(outcomes.fixes(), sources).stream()
            .sorted(Comparator.comparingDouble(CandidateFix::confidence).reversed())
            .toList(),
        notes.stream().distinct().toList());
  }

  private List<CandidateFix> atSite(RuleContext context, SyntaxCheck syntax, List<String> notes) {
    List<CandidateFix> usable = new ArrayList<>();
    for (Rule rule : rules) {
      try {
        for (CandidateFix fix : rule.propose(context)) {
          if (isUsable(fix, syntax)) {
            CandidateFix told = Rationales.completed(fix, context.failure(), context.site());
            usable.add(discounted(told, context.site().depth()));
          }
        }
      } catch (RuntimeException | StackOverflowError failed) {
        notes.add(
            "rule %s failed at %s:%d: %s"
                .formatted(rule.name(), context.site().path(), context.site().line(), failed));
      }
    }
    return usable;
  }

  private static boolean isUsable(CandidateFix fix, SyntaxCheck syntax) {
    return fix.edits().stream()
        .allMatch(edit -> !edit.patched().equals(edit.original()) && syntax.accepts(edit));
  }

  private static CandidateFix discounted(CandidateFix fix, int depth) {
    return fix.withConfidence(fix.confidence() * Math.pow(CONFIDENCE_KEPT_PER_FRAME, depth));
  }
}
