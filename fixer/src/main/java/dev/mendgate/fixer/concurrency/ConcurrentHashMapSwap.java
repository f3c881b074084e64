package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.iteration.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exchanges a collection that threads share for a concurrent one, and makes one step of what checks
 * first and acts afterwards.
 */
@AutoService(Rule.class)
public final class ConcurrentHashMapSwap implements Rule {
  private static final double OPEN = 0.75;
  // Whatever else is open, a patch that keeps the plain collection can't be the better one.
  private static final double CERTAIN_BUT_OPEN = 0.96;
  private static final Set<String> LIST_WRITES =
      Set.of("add", "addAll", "clear", "remove", "removeAll", "removeIf", "set", "sort");
  private static final Set<String> COPY_ON_WRITE_REFUSES =
      Set.of("iterator", "listIterator", "subList");

  @Override
  public String name() {
    return "concurrent-hash-map-swap";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (context.site().depth() != 0) {
      return List.of();
    }
    RaceEvidence evidence = new RaceEvidence(context);
    return fields(context)
        .map(field -> new Target(field, context))
        .flatMap(target -> evidence.about(target).flatMap(race -> fix(target, race)).stream())
        .toList();
  }

  private Optional<CandidateFix> fix(Target target, RaceEvidence.Race race) {
    Optional<Swap> swap = Swap.of(target);
    Hazards hazards = new Hazards(target);
    boolean safe =
        swap.isPresent()
            && !hazards.reliesOnNull()
            && !hazards.isGuardedThroughout()
            && (!swap.get().from().equals("ArrayList") || isMostlyRead(target));
    if (!safe) {
      return Optional.empty();
    }
    swap.get().rewrite();
    new AtomicSteps(target).rewrite();
    return Optional.of(race)
        .filter(found -> isOver(found, target))
        .map(found -> fix(target, swap.get(), found, hazards.warnings()));
  }

  /** Returns whether a lookup that failed can't go on failing: it is gone, or its entry stays. */
  private static boolean isOver(RaceEvidence.Race race, Target target) {
    return race.lookup()
        .filter(lookup -> !target.isAtomic(lookup.call()))
        .filter(lookup -> !race.certain() || new Removals(target).any())
        .isEmpty();
  }

  private CandidateFix fix(
      Target target, Swap swap, RaceEvidence.Race race, List<String> warnings) {
    List<String> sentences = new ArrayList<>(List.of(race.why()));
    sentences.add(
        swap.to()
            + (swap.from().equals("ArrayList")
                ? " copies itself on every change; a loop walks what was there when it started."
                : " may be used by all threads at once; its loops never fail, and see changes"
                    + " made meanwhile or not. It refuses null where "
                    + swap.from()
                    + " took it."));
    sentences.addAll(warnings);
    return new CandidateFix(
        name(),
        "Share " + target.field().name() + " between threads as a " + swap.to(),
        String.join(" ", sentences),
        warnings.isEmpty() ? Risk.MEDIUM : Risk.HIGH,
        confidence(race, warnings),
        null,
        List.of(target.edits().toFileEdit()));
  }

  private static double confidence(RaceEvidence.Race race, List<String> warnings) {
    double kept = race.certain() ? CERTAIN_BUT_OPEN : OPEN;
    return warnings.isEmpty() ? race.confidence() : race.confidence() * kept;
  }

  /** A copy for each change is only worth it where changes are rare. */
  private static boolean isMostlyRead(Target target) {
    List<MethodCallExpr> calls = target.calls().toList();
    long writes =
        calls.stream().filter(call -> LIST_WRITES.contains(call.getNameAsString())).count();
    boolean refused =
        calls.stream().anyMatch(call -> COPY_ON_WRITE_REFUSES.contains(call.getNameAsString()));
    boolean inLoop =
        calls.stream()
            .filter(call -> LIST_WRITES.contains(call.getNameAsString()))
            .anyMatch(call -> call.findAncestor(ForEachStmt.class).isPresent());
    long reads = target.field().references().size() - writes;
    return !refused && !inLoop && reads >= writes;
  }

  /** Returns the collections the failing code uses; without an exception, those of its method. */
  private static Stream<Field> fields(RuleContext context) {
    SiteCode code = SiteCode.at(context.site(), context.file());
    List<Node> nodes = new ArrayList<>(code.nodes());
    Walk.at(context.unit(), context.site().line()).ifPresent(walk -> nodes.add(walk.collection()));
    if (context.failure().exceptionType().isEmpty()) {
      code.nodes().stream()
          .flatMap(node -> node.findAncestor(CallableDeclaration.class).stream())
          .findFirst()
          .ifPresent(method -> nodes.addAll(((Node) method).findAll(NameExpr.class)));
    }
    List<Field> fields = new ArrayList<>();
    nodes.stream()
        .filter(Expression.class::isInstance)
        .flatMap(node -> Field.of((Expression) node).stream())
        .filter(field -> fields.stream().noneMatch(known -> known.variable() == field.variable()))
        .forEach(fields::add);
    return fields.stream();
  }
}
