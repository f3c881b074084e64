package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps a text that is absent or empty from being read as a number. */
@AutoService(Rule.class)
public final class GuardUnparsable implements Rule {
  private static final Set<String> NULL =
      Set.of("null", "Cannot parse null string", "Cannot parse null string: null");

  @Override
  public String name() {
    return "guard-unparsable";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!context.failure().simpleType().equals("NumberFormatException")) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return ForeignCall.calls(context, code).stream()
        .filter(call -> !call.arguments().isEmpty())
        .limit(2)
        .flatMap(call -> hazard(context, call.arguments().get(0), call.node(), code).stream())
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .flatMap(GuardUnparsable::drafts)
        .toList();
  }

  private static Stream<CandidateFix> drafts(Hazard hazard) {
    return GuardBounds.general(hazard).map(draft -> hazard.fix("guard-unparsable", draft));
  }

  /** Only what the JDK's message says for sure: a null, or no character at all. */
  private static Optional<Hazard> hazard(
      RuleContext context, Expression text, Node use, SiteCode code) {
    String message = String.valueOf(context.failure().message());
    String source = context.file().textOf(text);
    if (NULL.contains(message)) {
      return Optional.of(
          new Hazard(
              context,
              Hazard.Kind.NULL,
              text,
              List.of(text),
              use,
              source + " == null",
              source + " != null",
              Conditions.notNull(text),
              "`" + source + "` is null",
              code.weight(use)));
    }
    boolean nothing =
        message.equals("empty String")
            || message.startsWith("For input string: \"\"")
            || message.equals("Zero length string");
    boolean accessible = !(text instanceof MethodCallExpr call) || call.getScope().isPresent();
    return nothing && accessible
        ? Optional.of(ofEmpty(context, text, use, source, code.weight(use)))
        : Optional.empty();
  }

  private static Hazard ofEmpty(
      RuleContext context, Expression text, Node use, String source, double weight) {
    String unsafe = source + ".length() == 0";
    String safe = source + ".length() > 0";
    return new Hazard(
        context,
        Hazard.Kind.EMPTY,
        text,
        List.of(text),
        use,
        unsafe,
        safe,
        new Conditions(
            Set.of(safe, "!" + source + ".isEmpty()", source + ".length() != 0"),
            Set.of(unsafe, source + ".isEmpty()"),
            text.toString()),
        "`" + source + "` is empty",
        weight);
  }
}
