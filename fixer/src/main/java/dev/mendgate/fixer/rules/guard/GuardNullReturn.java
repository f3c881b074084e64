package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/** Returns early where a reference is null. */
@AutoService(Rule.class)
public final class GuardNullReturn implements Rule {
  @Override
  public String name() {
    return "guard-null-return";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, hazard -> EarlyReturn.of(hazard));
  }
}
