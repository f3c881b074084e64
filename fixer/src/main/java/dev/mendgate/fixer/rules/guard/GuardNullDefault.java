package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;
import java.util.stream.Stream;

/** Goes on with a neutral value where a reference is null. */
@AutoService(Rule.class)
public final class GuardNullDefault implements Rule {
  @Override
  public String name() {
    return "guard-null-default";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(
        name(),
        context,
        hazard ->
            Stream.concat(Fallback.assigned(hazard).stream(), Fallback.instead(hazard).stream())
                .toList());
  }
}
