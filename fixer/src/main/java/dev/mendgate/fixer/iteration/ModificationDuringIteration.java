package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Repairs loops that change the collection they walk while they walk it. */
@AutoService(Rule.class)
public final class ModificationDuringIteration implements Rule {
  @Override
  public String name() {
    return "modification-during-iteration";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean applies =
        context.failure().exceptionType().equals("java.util.ConcurrentModificationException")
            && context.site().depth() == 0;
    if (!applies) {
      return List.of();
    }
    return Stream.of(computed(context), calledBack(context))
        .flatMap(Optional::stream)
        .findFirst()
        .map(List::of)
        .or(() -> Walk.at(context.unit(), context.site().line()).map(walk -> fixes(walk, context)))
        .orElseGet(List::of);
  }

  private Optional<CandidateFix> computed(RuleContext context) {
    String why =
        "The function that computes the missing value changes the same map, which computeIfAbsent does not bear. With the patch the map is asked, the value made, and then put; where threads share the map, two may make one.";
    return new RecursiveComputation(context)
        .inSteps()
        .map(edit -> fix("Put the value after it is computed", why, Risk.MEDIUM, 0.88, edit));
  }

  private Optional<CandidateFix> calledBack(RuleContext context) {
    return new Callbacks(context)
        .copied()
        .map(
            copied ->
                fix(
                    "Walk a copy of " + copied.walked(),
                    "What is called for an element changes `%s` while it is walked. With the patch a copy is walked: it holds what was there at the start, and changes take effect in the collection only."
                        .formatted(copied.walked()),
                    Risk.MEDIUM,
                    0.7,
                    copied.edit()));
  }

  private List<CandidateFix> fixes(Walk walk, RuleContext context) {
    Mutations mutations = new Mutations(walk);
    String walked = context.file().textOf(walk.source());
    Optional<ExpressionStmt> removal = mutations.removalOfCurrent();
    if (removal.isPresent()) {
      return removing(new Removal(walk, removal.get(), context), walk, context);
    }
    String why =
        "The body of the loop changes "
            + walked
            + ", so its iterator fails on the next step. With the patch the loop walks a copy: it"
            + " visits what was there when it started, and what the body adds or removes takes"
            + " effect in the collection only.";
    if (!mutations.direct().isEmpty()) {
      return copy(walk, context, why, 0.6);
    }
    if (mutations.indirect()) {
      return copy(
          walk, context, why.replace("The body of the loop", "A method the loop calls"), 0.6);
    }
    boolean callsOut =
        Field.of(walk.collection()).isPresent()
            ? mutations.callsAnything()
            : mutations.callsProject(ExpressionTypes.of(context));
    return callsOut ? copy(walk, context, calledOut(walked), 0.3) : List.of();
  }

  private List<CandidateFix> removing(Removal removal, Walk walk, RuleContext context) {
    String why =
        "The loop removes the current element from "
            + context.file().textOf(walk.collection())
            + " behind its iterator's back, so the iterator fails on the next step.";
    List<CandidateFix> fixes = new ArrayList<>();
    removal
        .asRemoveIf()
        .map(
            edit ->
                fix(
                    "Remove matching elements with removeIf",
                    why + " removeIf removes the same elements and needs no iterator.",
                    Risk.LOW,
                    0.85,
                    edit))
        .ifPresent(fixes::add);
    removal
        .throughIterator()
        .map(
            edit ->
                fix(
                    "Remove the current element through the iterator",
                    why + " Iterator.remove removes the same element and keeps the walk valid.",
                    Risk.LOW,
                    0.8,
                    edit))
        .ifPresent(fixes::add);
    fixes.addAll(
        copy(walk, context, why + " With the patch the loop walks a copy of the collection.", 0.5));
    return fixes;
  }

  private List<CandidateFix> copy(Walk walk, RuleContext context, String why, double confidence) {
    return new SnapshotCopy(walk, context)
            .edit()
            .map(
                edit ->
                    fix(
                        "Walk a copy of " + context.file().textOf(walk.source()),
                        why,
                        Risk.MEDIUM,
                        confidence,
                        edit))
            .stream()
            .toList();
  }

  private static String calledOut(String walked) {
    return "Something the loop calls, or another thread, changes "
        + walked
        + " meanwhile; the loop's own text does not. With the patch the loop walks a copy, which"
        + " bears changes by calls of the same thread. Against other threads it takes a concurrent"
        + " collection or a lock.";
  }

  private CandidateFix fix(String title, String why, Risk risk, double confidence, FileEdit edit) {
    return new CandidateFix(name(), title, why, risk, confidence, null, List.of(edit));
  }
}
