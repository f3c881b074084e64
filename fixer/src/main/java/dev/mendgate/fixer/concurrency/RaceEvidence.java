package dev.mendgate.fixer.concurrency;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.iteration.Mutations;
import dev.mendgate.fixer.iteration.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from a failure whether threads got into each other's way in a collection. */
final class RaceEvidence {
  private static final Set<String> FAILURES =
      Set.of("ArrayIndexOutOfBoundsException", "ClassCastException", "NullPointerException");
  // Where these fail, the structure itself is broken; the others fail for null arguments too.
  private static final Set<String> STRUCTURAL =
      Set.of(
          "add",
          "addEntry",
          "afterNodeAccess",
          "afterNodeInsertion",
          "balanceDeletion",
          "balanceInsertion",
          "createEntry",
          "deleteEntry",
          "find",
          "fixAfterDeletion",
          "fixAfterInsertion",
          "getNode",
          "getTreeNode",
          "keysToArray",
          "nextEntry",
          "nextNode",
          "prepareArray",
          "putTreeVal",
          "putVal",
          "removeNode",
          "removeTreeNode",
          "resize",
          "rotateLeft",
          "rotateRight",
          "split",
          "successor",
          "transfer",
          "treeify",
          "treeifyBin",
          "untreeify",
          "valuesToArray");

  private final RuleContext context;

  RaceEvidence(RuleContext context) {
    this.context = context;
  }

  /** Returns why the field is taken for a victim of threads, as a sentence; empty if it isn't. */
  Optional<String> about(Field field) {
    Failure failure = context.failure();
    Optional<String> shared = SharedState.evidence(field);
    if (failure.simpleType().equals("ConcurrentModificationException")) {
      return changesItself()
          ? Optional.empty()
          : shared.map(
              why ->
                  "The loop does not change the collection itself, and threads share it: "
                      + why
                      + ".");
    }
    if (FAILURES.contains(failure.simpleType())) {
      return insideCollection()
          .map(
              frame ->
                  "%s.%s fails in this way only when threads change the collection at once%s."
                      .formatted(
                          simple(frame), frame.method(), shared.map(why -> "; " + why).orElse("")));
    }
    return failure.exceptionType().isEmpty()
        ? shared.map(why -> "Threads share the collection: " + why + ".")
        : Optional.empty();
  }

  private boolean changesItself() {
    return Walk.at(context.unit(), context.site().line())
        .map(Mutations::new)
        .filter(body -> !body.direct().isEmpty() || body.indirect())
        .isPresent();
  }

  private Optional<Frame> insideCollection() {
    CrashSite site = context.site();
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(site.frame());
    return frames.subList(0, Math.max(0, index)).stream()
        .filter(
            frame ->
                frame
                    .className()
                    .matches(
                        "java\\.util\\.(Linked)?(Hash|Tree)(Map|Set)\\b.*|java\\.util\\.ArrayList"))
        .filter(frame -> STRUCTURAL.contains(frame.method()))
        .findFirst();
  }

  private static String simple(Frame frame) {
    return frame.className().substring("java.util.".length()).replace('$', '.');
  }
}
