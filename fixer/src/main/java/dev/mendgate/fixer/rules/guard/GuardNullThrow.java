package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/** Fails early, and says so, where a reference is null. */
public final class GuardNullThrow implements Rule {
  @Override
  public String name() {
    return "guard-null-throw";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, hazard -> ThrowGuard.of(hazard, 0.4));
  }
}
