package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/** Leaves out a statement where the reference it needs is null. */
@AutoService(Rule.class)
public final class GuardNullSkip implements Rule {
  @Override
  public String name() {
    return "guard-null-skip";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, hazard -> Skip.statement(hazard));
  }
}
