package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.List;
import java.util.Optional;

/** Fails early, with an exception that tells whoever called what was wrong. */
final class ThrowGuard {
  // Whoever passed the argument can do something about it.
  private static final double ARGUMENT = 0.06;

  private ThrowGuard() {}

  /**
   * Returns one draft: the fault lies in an argument, or in the object's state.
   *
   * @param confidence from 0 to 1
   */
  static List<Draft> of(Hazard hazard, double confidence) {
    if (!hazard.isRepeatable()) {
      return List.of();
    }
    Optional<Anchor> entry = Anchor.entry(hazard);
    Optional<Anchor> anchor = entry.or(() -> Anchor.before(hazard));
    boolean argument = entry.isPresent() || Arguments.cause(hazard);
    String type = argument ? "IllegalArgumentException" : "IllegalStateException";
    boolean renamed = hazard.context().failure().simpleType().equals(type);
    return anchor
        .filter(found -> !renamed && Enclosing.callable(hazard.use()).isPresent())
        .map(
            found ->
                List.of(draft(hazard, found, type, argument ? confidence + ARGUMENT : confidence)))
        .orElse(List.of());
  }

  private static Draft draft(Hazard hazard, Anchor anchor, String type, double confidence) {
    String message = hazard.what().replace("`", "").replace("\\", "\\\\").replace("\"", "\\\"");
    String statement = "throw new %s(\"%s\");".formatted(type, message);
    return new Draft(
        "Throw %s where %s".formatted(type, hazard.unsafe()),
        "The caller still gets an exception, an `%s` that says what was wrong, before anything else is done."
            .formatted(type),
        Risk.LOW,
        confidence,
        "java.lang." + type,
        anchor.guard(hazard.unsafe(), List.of(statement), hazard.style()));
  }
}
