package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks an index that is moved on in the very access, as in {@code while (a[++i] != x)}. */
final class Advance {
  private Advance() {}

  /** A guard, and the hazard it is for. */
  record Guarded(Hazard hazard, Draft draft) {}

  /** Returns guards for conditions at a site whose index is incremented before the access. */
  static List<Guarded> find(RuleContext context) {
    SiteCode code = SiteCode.at(context.site(), context.file());
    return code.nodes(Expression.class).stream()
        .flatMap(node -> IndexUse.of(node).stream())
        .filter(use -> use.index() instanceof UnaryExpr index && isIncrement(index))
        .filter(use -> use.container() == null || Repeatable.is(use.container()))
        .flatMap(use -> guarded(context, use, code.weight(use.node())).stream())
        .toList();
  }

  private static Optional<Guarded> guarded(RuleContext context, IndexUse use, double weight) {
    UnaryExpr index = (UnaryExpr) use.index();
    String container = use.container() == null ? null : context.file().textOf(use.container());
    String size = use.sizeOf(container);
    String advance = context.file().textOf(index);
    String safe = advance + " < " + size;
    Hazard hazard =
        new Hazard(
            context,
            Hazard.Kind.BOUNDS,
            index.getExpression(),
            List.of(index.getExpression()),
            use.node(),
            advance + " >= " + size,
            safe,
            new Conditions(Set.of(safe), Set.of(), index.getExpression().toString()),
            "`" + advance + "` reaches `" + size + "`",
            weight);
    return Conjunct.condition(hazard)
        .filter(condition -> !hazard.conditions().holdAt(use.node()))
        .map(condition -> new Guarded(hazard, draft(hazard, condition, index, safe)));
  }

  private static Draft draft(Hazard hazard, Expression condition, UnaryExpr index, String safe) {
    int start = hazard.file().start(condition);
    String plain = hazard.file().textOf(index.getExpression());
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(start, start, safe + " && "));
    edits.add(new TextEdit(hazard.file().start(index), hazard.file().end(index), plain));
    return new Draft(
        "Check %s before the rest of the condition".formatted(safe),
        "The index is moved on in the check; the condition is false once it reaches the end.",
        Risk.LOW,
        0.78,
        edits);
  }

  private static boolean isIncrement(UnaryExpr index) {
    return index.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT;
  }
}
