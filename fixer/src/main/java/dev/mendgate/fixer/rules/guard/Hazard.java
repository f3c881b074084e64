package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Dereference;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/**
 * A condition under which the code at a crash site fails; what all guards are made from.
 *
 * @param subject expression the condition is about
 * @param parts all expressions the conditions evaluate
 * @param use smallest expression or statement that fails
 * @param unsafe source of the condition under which it fails
 * @param safe source of its opposite
 * @param conditions the same two, to find out whether they are checked already
 * @param what the unsafe condition in words, such as {@code `name` is null}
 * @param weight from 0 to 1: how well it agrees with the failure
 */
record Hazard(
    RuleContext context,
    Kind kind,
    Expression subject,
    List<Expression> parts,
    Node use,
    String unsafe,
    String safe,
    Conditions conditions,
    String what,
    double weight) {
  /** What makes the code fail. */
  enum Kind {
    NULL,
    BOUNDS,
    CAST,
    EMPTY
  }

  /** Returns the hazard of a null reference. */
  static Hazard ofNull(RuleContext context, Suspect suspect) {
    Dereference found = suspect.dereference();
    String text = context.file().textOf(found.subject());
    return new Hazard(
        context,
        Kind.NULL,
        found.subject(),
        List.of(found.subject()),
        found.node(),
        text + " == null",
        text + " != null",
        Conditions.notNull(found.subject()),
        "`" + text + "` is null",
        suspect.weight());
  }

  /** Whether the conditions may be evaluated before the code that fails is. */
  boolean isRepeatable() {
    return parts.stream().allMatch(Repeatable::is);
  }

  ParsedFile file() {
    return context.file();
  }

  Style style() {
    return Style.of(file());
  }

  ExpressionTypes types() {
    return ExpressionTypes.of(context);
  }

  /** Makes a candidate fix of a draft. */
  CandidateFix fix(String rule, Draft draft) {
    Purpose purpose = Purpose.of(this);
    String rationale =
        "At %s:%d %s%s%s. %s"
            .formatted(
                file().path(),
                context.site().line(),
                what,
                Origin.of(this),
                purpose.clause(),
                draft.change());
    return new CandidateFix(
        rule,
        draft.title(),
        rationale,
        draft.risk(),
        Math.min(1, draft.confidence() * weight * purpose.factor(draft.effect())),
        draft.throwsInstead(),
        draft.effect(),
        List.of(new FileEdit(file().path(), file().text(), draft.edits())));
  }
}
