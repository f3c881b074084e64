package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.NullSuspects;
import java.util.List;
import java.util.function.Function;

/** Applies one way of guarding to everything at a site that may have been null. */
final class NullGuards {
  private static final int MAX_SUSPECTS = 4;

  private NullGuards() {}

  static List<CandidateFix> propose(
      String rule, RuleContext context, Function<Hazard, List<Draft>> drafts) {
    return NullSuspects.find(context).stream()
        .limit(MAX_SUSPECTS)
        .map(suspect -> Hazard.ofNull(context, suspect))
        .flatMap(hazard -> drafts.apply(hazard).stream().map(draft -> hazard.fix(rule, draft)))
        .toList();
  }
}
