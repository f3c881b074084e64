package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/** Passes over an element of a loop that is null. */
@AutoService(Rule.class)
public final class GuardNullContinue implements Rule {
  @Override
  public String name() {
    return "guard-null-continue";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, hazard -> Skip.turn(hazard));
  }
}
