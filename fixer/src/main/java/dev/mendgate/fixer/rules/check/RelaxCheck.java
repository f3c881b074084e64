package dev.mendgate.fixer.rules.check;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.rules.check.Flags.Flag;
import dev.mendgate.fixer.rules.check.Relaxations.Relaxed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes the condition of a check that throws for input it should accept. */
@AutoService(Rule.class)
public final class RelaxCheck implements Rule {
  private static final int MOST = 4;
  private static final int GUARDS = 2;
  private static final double OUTER_GUARD = 0.7;
  // Many callers rely on a method that does nothing but check.
  private static final double SHARED_CHECK = 0.6;

  @Override
  public String name() {
    return "relax-check";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<Thrown> thrown = Thrown.at(context);
    if (thrown.isEmpty()) {
      return List.of();
    }
    List<Relaxed> found = new ArrayList<>(flags(thrown.get(), context));
    double factor = thrown.get().checker().isPresent() ? SHARED_CHECK : 1;
    for (Guard guard : thrown.get().guards().stream().limit(GUARDS).toList()) {
      Relaxations ways = relaxations(guard, thrown.get(), context);
      for (Relaxed way : ways.boundaries()) {
        found.add(way.scaled(factor));
      }
      for (Relaxed way : ways.withoutOperands()) {
        found.add(way.scaled(factor));
      }
      factor *= OUTER_GUARD;
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Relaxed::confidence).reversed())
        .limit(MOST)
        .map(way -> fix(context, thrown.get(), way))
        .toList();
  }

  private static Relaxations relaxations(Guard guard, Thrown thrown, RuleContext context) {
    return new Relaxations(
        thrown.file(),
        guard.condition(),
        guard.truth(),
        MessageValues.of(context.failure().message(), thrown.statement()));
  }

  private static List<Relaxed> flags(Thrown thrown, RuleContext context) {
    return thrown.guards().stream()
        .filter(guard -> guard.isOnlyFor(thrown.statement()))
        .limit(1)
        .flatMap(
            guard ->
                Flags.unused(thrown).stream()
                    .map(flag -> under(flag, relaxations(guard, thrown, context))))
        .toList();
  }

  private static Relaxed under(Flag flag, Relaxations ways) {
    String exempt =
        flag.strict().startsWith("!") ? flag.strict().substring(1) : "!" + flag.strict();
    double confidence = flag.twin() ? 0.88 : Math.min(0.72, 0.5 + 0.06 * flag.uses());
    return ways.under(flag.strict(), exempt, Risk.LOW, confidence);
  }

  private CandidateFix fix(RuleContext context, Thrown thrown, Relaxed way) {
    String rationale =
        "At %s:%d the project's own check throws %s. From now on %s; callers that relied on the exception get past the check in that case."
            .formatted(
                context.file().path(),
                context.site().line(),
                context.failure().simpleType(),
                way.change());
    return new CandidateFix(
        name(),
        way.title(),
        rationale,
        way.risk(),
        way.confidence(),
        null,
        Effect.REPAIRS,
        List.of(new FileEdit(thrown.file().path(), thrown.file().text(), way.edits())));
  }
}
