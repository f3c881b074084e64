package dev.mendgate.fixer;

import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.SyntaxCheck;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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
    ParsedSources sources = new ParsedSources(tree);
    SyntaxCheck syntax = new SyntaxCheck(sources);
    Map<Map<String, String>, CandidateFix> byOutcome = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (CrashSite site : sites.subList(0, Math.min(MAX_SITES, sites.size()))) {
      Optional<ParsedFile> file = sources.parse(site.path());
      if (file.isEmpty()) {
        notes.add(site.path() + " is absent or does not parse: no fix was sought there");
        continue;
      }
      RuleContext context = new RuleContext(failure, site, file.get(), sources);
      for (CandidateFix fix : atSite(context, syntax, notes)) {
        byOutcome.merge(outcome(fix), fix, Proposer::moreConfident);
      }
    }
    return new Proposals(
        byOutcome.values().stream()
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
            usable.add(discounted(fix, context.site().depth()));
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

  private static Map<String, String> outcome(CandidateFix fix) {
    return fix.edits().stream()
        .collect(Collectors.toMap(FileEdit::path, FileEdit::patched, (first, second) -> second));
  }

  private static CandidateFix moreConfident(CandidateFix one, CandidateFix other) {
    return other.confidence() > one.confidence() ? other : one;
  }

  private static CandidateFix discounted(CandidateFix fix, int depth) {
    return fix.withConfidence(fix.confidence() * Math.pow(CONFIDENCE_KEPT_PER_FRAME, depth));
  }
}
