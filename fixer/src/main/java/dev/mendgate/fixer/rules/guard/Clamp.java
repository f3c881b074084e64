package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends a range where its container ends. */
final class Clamp {
  private Clamp() {}

  /** Returns drafts for an end of a range that may equal the size; none for a single element. */
  static List<Draft> of(BoundsHazards.Found found) {
    IndexUse use = found.use();
    Hazard hazard = found.hazard();
    if (!use.inclusive() || !hazard.isRepeatable() || use.index().isLiteralExpr()) {
      return List.of();
    }
    Expression container = use.container();
    boolean negative = hazard.unsafe().endsWith("< 0");
    String size = use.sizeOf(container == null ? null : hazard.file().textOf(container));
    String limit = negative ? "0" : endOf(use, hazard).orElse(size);
    if (use.plus() != null) {
      return counted(hazard, use, size);
    }
    List<Draft> drafts = new ArrayList<>();
    if (use.index() instanceof NameExpr name && isLocal(hazard, name)) {
      Anchor.before(hazard).ifPresent(anchor -> drafts.add(assigned(hazard, anchor, name, limit)));
    }
    drafts.add(inPlace(hazard, use.index(), negative ? "max" : "min", limit));
    return drafts;
  }

  /** A number of elements is limited to what is left behind the place to begin at. */
  private static List<Draft> counted(Hazard hazard, IndexUse use, String size) {
    Expression count = use.plus();
    if (count == null || count.isLiteralExpr()) {
      return List.of();
    }
    String begin = hazard.file().textOf(use.index());
    String left = begin.equals("0") ? size : size + " - " + begin;
    return List.of(inPlace(hazard, count, "min", left));
  }

  /** A begin behind its end is limited to that. */
  private static Optional<String> endOf(IndexUse use, Hazard hazard) {
    return Optional.of(use.node())
        .filter(IndexUse::isRange)
        .map(range -> hazard.file().textOf(((MethodCallExpr) range).getArgument(1)))
        .filter(end -> hazard.unsafe().equals(hazard.file().textOf(use.index()) + " > " + end));
  }

  private static Draft assigned(Hazard hazard, Anchor anchor, NameExpr name, String limit) {
    return new Draft(
        "Limit %s to %s".formatted(name, limit),
        "From now on `%s` is `%s` in that case, here and in what follows.".formatted(name, limit),
        Risk.MEDIUM,
        0.72,
        anchor.guard(hazard.unsafe(), List.of(name + " = " + limit + ";"), hazard.style()));
  }

  private static Draft inPlace(Hazard hazard, Expression index, String function, String limit) {
    int start = hazard.file().start(index);
    int end = hazard.file().end(index);
    String text = hazard.file().text().substring(start, end);
    String clamped = "Math.%s(%s, %s)".formatted(function, text, limit);
    return new Draft(
        "Limit %s to %s in the call".formatted(text, limit),
        "From now on the range ends at `%s` in that case; nothing else changes.".formatted(limit),
        Risk.MEDIUM,
        0.68,
        List.of(new TextEdit(start, end, clamped)));
  }

  private static boolean isLocal(Hazard hazard, NameExpr name) {
    return hazard.types().variable(name).filter(found -> found.kind() != Kind.FIELD).isPresent();
  }
}
