package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.habit.Guard;
import dev.mendgate.fixer.habit.ThrowIdiom;
import dev.mendgate.fixer.habit.ThrowIdioms;
import java.util.ArrayList;
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
    double known = argument ? confidence + ARGUMENT : confidence;
    return anchor
        .filter(found -> Enclosing.callable(hazard.use()).isPresent())
        .flatMap(found -> draft(hazard, found, argument, known))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<Draft> draft(
      Hazard hazard, Anchor anchor, boolean argument, double confidence) {
    Optional<ThrowIdiom> idiom =
        ThrowIdioms.find(
            hazard.context(),
            Guard.Kind.valueOf(hazard.kind().name()),
            hazard.file().textOf(hazard.subject()),
            argument,
            hazard.what().replace("`", ""),
            hazard.file().start(hazard.use()));
    return idiom.isPresent()
        ? Optional.of(nativeDraft(hazard, anchor, idiom.get(), confidence))
        : plain(hazard, anchor, argument, confidence);
  }

  /** As the code around writes it. */
  private static Draft nativeDraft(
      Hazard hazard, Anchor anchor, ThrowIdiom idiom, double confidence) {
    String type = idiom.exception().substring(idiom.exception().lastIndexOf('.') + 1);
    List<TextEdit> edits = new ArrayList<>(idiom.imports());
    edits.addAll(
        idiom.check()
            ? anchor.line(idiom.statement())
            : anchor.guard(hazard.unsafe(), List.of(idiom.statement()), hazard.style()));
    return new Draft(
        "Throw %s where %s".formatted(type, hazard.unsafe()),
        ("The caller still gets an exception, %s `%s` that says what was wrong, before anything"
                + " else is done; the code around does it in this way, %d times near by.")
            .formatted(article(type), type, idiom.times()),
        Risk.LOW,
        confidence,
        idiom.exception(),
        edits);
  }

  private static Optional<Draft> plain(
      Hazard hazard, Anchor anchor, boolean argument, double confidence) {
    String type = argument ? "IllegalArgumentException" : "IllegalStateException";
    if (hazard.context().failure().simpleType().equals(type)) {
      return Optional.empty();
    }
    String message = hazard.what().replace("`", "").replace("\\", "\\\\").replace("\"", "\\\"");
    String statement = "throw new %s(\"%s\");".formatted(type, message);
    return Optional.of(
        new Draft(
            "Throw %s where %s".formatted(type, hazard.unsafe()),
            "The caller still gets an exception, an `%s` that says what was wrong, before anything else is done."
                .formatted(type),
            Risk.LOW,
            confidence,
            "java.lang." + type,
            anchor.guard(hazard.unsafe(), List.of(statement), hazard.style())));
  }

  private static String article(String type) {
    return "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an" : "a";
  }
}
