package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps an index within its container. */
@AutoService(Rule.class)
public final class GuardBounds implements Rule {
  private static final int MAX_ACCESSES = 4;
  private static final double THROW = 0.5;

  @Override
  public String name() {
    return "guard-bounds";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<BoundsHazards.Found> found = BoundsHazards.find(context);
    Stream<CandidateFix> guards =
        found.stream()
            .limit(MAX_ACCESSES)
            .flatMap(one -> drafts(one).map(draft -> one.hazard().fix(name(), draft)));
    Stream<CandidateFix> advances =
        context.failure().simpleType().endsWith("IndexOutOfBoundsException")
            ? Advance.find(context).stream().map(one -> one.hazard().fix(name(), one.draft()))
            : Stream.empty();
    return Stream.concat(guards, advances).toList();
  }

  private static Stream<Draft> drafts(BoundsHazards.Found found) {
    Hazard hazard = found.hazard();
    return Stream.concat(
        Stream.concat(OffByOne.of(found).stream(), Clamp.of(found).stream()), general(hazard));
  }

  /** The guards that fit any hazard. */
  static Stream<Draft> general(Hazard hazard) {
    List<Function<Hazard, List<Draft>>> shapes =
        List.of(
            Conjunct::of,
            EarlyReturn::of,
            Skip::statement,
            Skip::turn,
            Fallback::instead,
            one -> ThrowGuard.of(one, THROW));
    return shapes.stream().flatMap(shape -> shape.apply(hazard).stream());
  }
}
