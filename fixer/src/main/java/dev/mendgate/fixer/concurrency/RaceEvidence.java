package dev.mendgate.fixer.concurrency;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.iteration.Mutations;
import dev.mendgate.fixer.iteration.Walk;
import dev.mendgate.fixer.map.MapCall;
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

  // More than any rule that only keeps the lookup from failing.
  private static final double CERTAIN = 0.95;
  private static final double BROKEN = 0.8;
  private static final double POSSIBLE = 0.6;

  private final RuleContext context;

  RaceEvidence(RuleContext context) {
    this.context = context;
  }

  /**
   * What speaks for a race.
   *
   * @param why it, in sentences
   * @param confidence of a patch that leaves nothing open, from 0 to 1
   * @param lookup what failed for want of the entry; empty where something else failed
   * @param certain whether one thread alone would always have found the entry
   */
  record Race(String why, double confidence, Optional<MapCall> lookup, boolean certain) {}

  /** Returns why the field is taken for a victim of threads; empty if it isn't. */
  Optional<Race> about(Target target) {
    Optional<String> why = broken(target.field());
    return why.isPresent()
        ? why.map(told -> new Race(told, BROKEN, Optional.empty(), false))
        : FailedLookup.at(context, target).flatMap(failed -> missed(failed, target));
  }

  /** An entry that was not found although it had been put. */
  private Optional<Race> missed(FailedLookup failed, Target target) {
    Optional<String> shared =
        SharedState.evidence(target.field())
            .or(
                () ->
                    ThreadEntry.of(context).map(entry -> "the failure's trace starts in " + entry));
    Optional<MapCall> lookup = Optional.of(failed.lookup());
    String text = target.text(failed.lookup().call());
    if (new Presence(target).isCertainAt(failed.lookup())) {
      String why =
          "The method makes sure that the key is there before `%s`, so only another thread that changes the map meanwhile lets that return null%s. A default for a missing key would hide the race and go on losing what threads put."
              .formatted(text, shared.map(told -> " (" + told + ")").orElse(""));
      return Optional.of(new Race(why, failed.named() ? CERTAIN : BROKEN, lookup, true));
    }
    return shared.map(
        told ->
            new Race(
                "`%s` found no entry, and threads share the map: %s. What reads the entry and puts it back is one step now, for which a missing count is zero."
                    .formatted(text, told),
                POSSIBLE,
                lookup,
                false));
  }

  private Optional<String> broken(Field field) {
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
