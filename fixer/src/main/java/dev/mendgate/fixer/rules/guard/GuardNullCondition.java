package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/** Checks for null before the part of a condition that fails on it. */
@AutoService(Rule.class)
public final class GuardNullCondition implements Rule {
  @Override
  public String name() {
    return "guard-null-condition";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, hazard -> Conjunct.of(hazard));
  }
}
