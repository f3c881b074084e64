package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.CastExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks an object's class before a cast. */
@AutoService(Rule.class)
public final class GuardInstanceof implements Rule {
  @Override
  public String name() {
    return "guard-instanceof";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean entered =
        !context.failure().frames().isEmpty()
            && context.failure().frames().indexOf(context.site().frame()) > 0;
    if (!context.failure().simpleType().equals("ClassCastException") || entered) {
      return List.of();
    }
    Optional<CastMessage> message = CastMessage.parse(context.failure().message());
    SiteCode code = SiteCode.at(context.site(), context.file());
    return code.nodes(CastExpr.class).stream()
        .filter(cast -> cast.getType().isReferenceType() && fits(cast, message))
        .map(cast -> hazard(context, cast, code.weight(cast)))
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .flatMap(hazard -> GuardBounds.general(hazard).map(draft -> hazard.fix(name(), draft)))
        .toList();
  }

  private static boolean fits(CastExpr cast, Optional<CastMessage> message) {
    if (message.isEmpty()) {
      return true;
    }
    String type = Types.erase(cast.getType().asString());
    return type.substring(type.lastIndexOf('.') + 1).equals(message.get().wantedSimpleName());
  }

  private static Hazard hazard(RuleContext context, CastExpr cast, double weight) {
    String subject = context.file().textOf(cast.getExpression());
    String type = Types.erase(cast.getType().asString());
    String safe = subject + " instanceof " + type;
    String unsafe = "!(" + safe + ")";
    return new Hazard(
        context,
        Hazard.Kind.CAST,
        cast.getExpression(),
        List.of(cast.getExpression()),
        cast,
        unsafe,
        safe,
        new Conditions(Set.of(safe), Set.of(unsafe), cast.getExpression().toString()),
        "`" + subject + "` is no " + type,
        weight);
  }
}
