package dev.mendgate.fixer.initialisation;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.concurrency.SharedState;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates a field's value before its first use, in the way the class itself does elsewhere. */
@AutoService(Rule.class)
public final class LazyInit implements Rule {
  @Override
  public String name() {
    return "lazy-init";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullFields.at(context).stream()
        .filter(found -> found.file() == context.file() && !found.field().isFinal())
        .flatMap(found -> fixes(found, context))
        .toList();
  }

  private Stream<CandidateFix> fixes(NullField found, RuleContext context) {
    Field field = found.field();
    SiblingGuards guards = new SiblingGuards(found);
    if (guards.standBefore() || new InitialiserCalls(found).standBefore()) {
      return Stream.empty();
    }
    Placement placement = new Placement(found);
    Stream<CandidateFix> accessor =
        new Accessors(found).accessor().map(method -> throughAccessor(found, method)).stream();
    Stream<CandidateFix> sibling =
        new SiblingGuards(found)
            .nearest().stream()
                .flatMap(
                    guard ->
                        placement
                            .insert(guard.lines(), new NodeEdits(found.file()))
                            .map(edits -> likeSibling(field, guard, edits))
                            .stream());
    Stream<CandidateFix> creation =
        new LazyCreation(found, context)
                .creation()
                .flatMap(
                    value ->
                        placement
                            .insert(
                                LazyCreation.lines(found, value),
                                new NodeEdits(found.file()).addAll(value.imports()))
                            .map(edits -> beforeUse(found, edits)))
                .stream();
    Stream<CandidateFix> called =
        new InitialiserCalls(found)
            .common().stream()
                .flatMap(
                    method ->
                        placement
                            .insert(
                                List.of(method.method().getNameAsString() + "();"),
                                new NodeEdits(found.file()))
                            .map(edits -> callFirst(field, method, edits))
                            .stream());
    return Stream.of(accessor, sibling, called, creation).flatMap(each -> each);
  }

  private CandidateFix throughAccessor(NullField found, Accessors.Accessor accessor) {
    NodeEdits edits = new NodeEdits(found.file());
    accessor.reads().forEach(read -> edits.replace(read, accessor.call()));
    return fix(
        "Read " + found.field().name() + " through " + accessor.call(),
        found.field().name()
            + " is created on the first call of "
            + accessor.call()
            + "; read directly it is null until then.",
        shared(found.field()).isPresent() && !found.field().isStatic() ? Risk.MEDIUM : Risk.LOW,
        0.85,
        edits);
  }

  private CandidateFix likeSibling(Field field, SiblingGuards.Guard guard, NodeEdits edits) {
    return fix(
        "Create " + field.name() + " before it is used, as other code of the class does",
        "This path uses "
            + field.name()
            + " without the check that stands at line "
            + guard.line()
            + ", and reaches it while the field is null. The patch repeats that check here.",
        Risk.LOW,
        guard.sameMethod() ? 0.85 : 0.75,
        edits);
  }

  private CandidateFix callFirst(Field field, InitialiserCalls.Initialiser first, NodeEdits edits) {
    String name = first.method().getNameAsString();
    return fix(
        "Call " + name + "() before " + field.name() + " is used",
        "%s() gives %s its value; %s of the class call it before they use the field, this one does not.%s"
            .formatted(
                name,
                field.name(),
                first.callers() == 1 ? "another method" : first.callers() + " other methods",
                first.guarded() ? "" : " It is now called on this path too."),
        first.guarded() ? Risk.LOW : Risk.MEDIUM,
        first.guarded() ? 0.8 : 0.6,
        edits);
  }

  private CandidateFix beforeUse(NullField found, NodeEdits edits) {
    Optional<String> shared = shared(found.field());
    return fix(
        "Create " + found.field().name() + " on its first use",
        found.field().name()
            + " is null where this code uses it. The patch creates it here when it is missing."
            + shared
                .map(
                    why ->
                        " Threads may share it ("
                            + why
                            + "): two that come here at once may each create one, and what goes"
                            + " into the first is lost.")
                .orElse(""),
        shared.isPresent() ? Risk.HIGH : Risk.MEDIUM,
        (LazyCreation.isFilled(found) ? 0.5 : 0.35) * (shared.isPresent() ? 0.7 : 1),
        edits);
  }

  private static Optional<String> shared(Field field) {
    return SharedState.evidence(field);
  }

  private CandidateFix fix(
      String title, String why, Risk risk, double confidence, NodeEdits edits) {
    return new CandidateFix(
        name(), title, why, risk, confidence, null, List.of(edits.toFileEdit()));
  }
}
