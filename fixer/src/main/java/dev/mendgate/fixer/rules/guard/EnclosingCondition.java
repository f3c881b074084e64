package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.rules.bounds.SizeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the safe condition to a check or a loop's header that the failing code stands under. */
final class EnclosingCondition {
  private static final double CHECK = 0.56;
  private static final double CHECK_WITH_ELSE = 0.5;
  private static final double LOOP = 0.58;
  private static final double ABOUT_THE_SAME = 0.1;

  private EnclosingCondition() {}

  /** Returns drafts for the nearest check and the nearest loop, no further out than that loop. */
  static List<Draft> of(Hazard hazard) {
    if (!hazard.isRepeatable()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    Node child = hazard.use();
    boolean checked = false;
    for (Node at = child; Enclosing.boundary(at).filter(at::equals).isEmpty(); ) {
      Optional<Expression> condition = conditionOver(at, child);
      boolean loop = at instanceof ForStmt || at instanceof WhileStmt;
      if (condition.isPresent() && (loop || !checked)) {
        Statement owner = (Statement) at;
        condition
            .filter(found -> meansTheSame(hazard, found, owner))
            .ifPresent(found -> drafts.add(draft(hazard, found, owner)));
        checked = true;
      }
      if (Enclosing.loop(child).filter(at::equals).isPresent()) {
        return drafts;
      }
      child = at;
      at = at.getParentNode().orElseThrow();
    }
    return drafts;
  }

  private static Optional<Expression> conditionOver(Node at, Node child) {
    if (at instanceof IfStmt check && check.getThenStmt() == child) {
      return Optional.of(check.getCondition());
    }
    if (at instanceof WhileStmt loop && loop.getBody() == child) {
      return Optional.of(loop.getCondition());
    }
    return at instanceof ForStmt loop && loop.getBody() == child
        ? loop.getCompare()
        : Optional.empty();
  }

  /** The names are the same variables in the header, and nothing changes them before the use. */
  private static boolean meansTheSame(Hazard hazard, Expression condition, Statement owner) {
    if (condition.isBooleanLiteralExpr()) {
      return false;
    }
    int use = hazard.file().start(Enclosing.statement(hazard.use()).orElse(owner));
    return hazard.parts().stream()
        .flatMap(part -> part.findAll(NameExpr.class).stream())
        .allMatch(name -> isVisible(hazard, name, condition) && !changes(hazard, name, owner, use));
  }

  private static boolean isVisible(Hazard hazard, NameExpr name, Expression condition) {
    Optional<Variable> here = hazard.types().variable(name);
    return here.isEmpty()
        || here.get().kind() == Kind.FIELD
        || Declarations.find(name.getNameAsString(), condition)
            .filter(found -> found.node() == here.get().node())
            .isPresent();
  }

  private static boolean changes(Hazard hazard, NameExpr name, Statement owner, int before) {
    int from = hazard.file().start(owner);
    return owner.findAll(Statement.class).stream()
        .filter(found -> found.isExpressionStmt() || found.isIfStmt())
        .filter(found -> hazard.file().start(found) > from && hazard.file().end(found) <= before)
        .anyMatch(found -> SizeNames.isChanged(name.getNameAsString(), found));
  }

  private static Draft draft(Hazard hazard, Expression condition, Statement owner) {
    boolean loose =
        condition instanceof ConditionalExpr
            || condition.isAssignExpr()
            || (condition instanceof BinaryExpr binary
                && binary.getOperator() == BinaryExpr.Operator.OR);
    int start = hazard.file().start(condition);
    int end = hazard.file().end(condition);
    String added = (loose ? ")" : "") + " && " + hazard.safe();
    List<TextEdit> edits = new ArrayList<>();
    if (loose) {
      edits.add(new TextEdit(start, start, "("));
    }
    edits.add(new TextEdit(end, end, added));
    boolean loop = !owner.isIfStmt();
    String change =
        loop
            ? "From now on the loop ends there instead of failing."
            : "From now on what stands under the check is left out in that case.";
    return new Draft(
            "Ask for %s in the %s around it too".formatted(hazard.safe(), loop ? "loop" : "check"),
            change,
            Risk.MEDIUM,
            confidence(hazard, condition, owner),
            edits)
        .with(loop ? Effect.REPAIRS : Effect.SKIPS);
  }

  private static double confidence(Hazard hazard, Expression condition, Statement owner) {
    double plain =
        !owner.isIfStmt()
            ? LOOP
            : owner.asIfStmt().getElseStmt().isPresent() ? CHECK_WITH_ELSE : CHECK;
    boolean same =
        condition.findAll(NameExpr.class).stream()
            .anyMatch(
                name ->
                    hazard.parts().stream()
                        .flatMap(part -> part.findAll(NameExpr.class).stream())
                        .anyMatch(part -> part.equals(name)));
    return same ? plain + ABOUT_THE_SAME : plain;
  }
}
