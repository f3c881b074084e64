package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps an index within its container. */
@AutoService(Rule.class)
public final class GuardBounds implements Rule {
  private static final int MAX_ACCESSES = 4;
  private static final double THROW = 0.5;
  private static final double KEPT_FOR_CONTRACT = 0.6;

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
    Stream<CandidateFix> callers =
        Stream.concat(LiftedBounds.find(context).stream(), sizes(context))
            .flatMap(one -> general(one).map(draft -> one.fix(name(), draft)));
    return Stream.of(guards, advances, callers).flatMap(one -> one).toList();
  }

  private static Stream<Hazard> sizes(RuleContext context) {
    return BoundsHazards.negativeSizes(context).stream();
  }

  private static Stream<Draft> drafts(BoundsHazards.Found found) {
    Hazard hazard = found.hazard();
    double kept = isContract(hazard) ? KEPT_FOR_CONTRACT : 1;
    return Stream.concat(
        Stream.concat(OffByOne.of(found).stream(), Clamp.of(found).stream()),
        general(hazard).map(draft -> draft.scaled(kept)));
  }

  /** An accessor that hands its argument on is meant to fail; its caller should have asked. */
  private static boolean isContract(Hazard hazard) {
    Optional<MethodDeclaration> method =
        Enclosing.callable(hazard.use())
            .filter(MethodDeclaration.class::isInstance)
            .map(MethodDeclaration.class::cast)
            .filter(MethodDeclaration::isPublic);
    boolean says =
        method
            .flatMap(found -> Javadoc.of(hazard.file(), found))
            .filter(doc -> doc.text().contains("OutOfBoundsException"))
            .isPresent();
    boolean handsOn =
        method
            .flatMap(MethodDeclaration::getBody)
            .filter(
                body -> body.getStatements().size() == 1 && !method.get().getParameters().isEmpty())
            .filter(body -> body.getStatement(0).isReturnStmt())
            .isPresent();
    return says || handsOn;
  }

  /** The guards that fit any hazard. */
  static Stream<Draft> general(Hazard hazard) {
    List<Function<Hazard, List<Draft>>> shapes =
        List.of(
            Conjunct::of,
            EnclosingCondition::of,
            EarlyReturn::of,
            AgreedThrow::of,
            Skip::statement,
            SkipRest::of,
            Skip::turn,
            Fallback::instead,
            one -> ThrowGuard.of(one, THROW));
    return shapes.stream().flatMap(shape -> shape.apply(hazard).stream());
  }
}
