package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives code that changes a collection one that may be changed. */
@AutoService(Rule.class)
public final class CopyUnmodifiable implements Rule {
  private static final int MOST = 3;

  @Override
  public String name() {
    return "copy-unmodifiable";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean applies =
        context.failure().exceptionType().equals("java.lang.UnsupportedOperationException")
            && context.site().depth() == 0;
    return applies
        ? Refused.at(context).stream()
            .flatMap(refused -> fixes(refused, context))
            .sorted(Comparator.comparingDouble(CandidateFix::confidence).reversed())
            .limit(MOST)
            .toList()
        : List.of();
  }

  private Stream<CandidateFix> fixes(Expression refused, RuleContext context) {
    Stream<CandidateFix> copies =
        Givers.of(refused, context).stream().flatMap(giver -> copy(giver, context).stream());
    return Stream.concat(ownField(refused, context).stream(), copies);
  }

  private Optional<CandidateFix> copy(Giver giver, RuleContext context) {
    Copy copy = new Copy(giver.file(), context.sources());
    NodeEdits edits = new NodeEdits(giver.file());
    for (Expression value : giver.values()) {
      Optional<Copy.Text> text = copy.of(value, giver.declared());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(text.get().imports()).replace(value, written(value, text.get(), giver.file()));
    }
    return Optional.of(
        new CandidateFix(
            name(),
            title(giver),
            giver.why() + " The patch puts a collection there that takes changes.",
            Risk.MEDIUM,
            giver.confidence(),
            null,
            List.of(edits.toFileEdit())));
  }

  private static String title(Giver giver) {
    if (giver.values().stream().allMatch(Copy::isEmpty)) {
      return "Start with an empty collection that may be changed";
    }
    String value = giver.file().textOf(giver.values().get(0));
    return "Copy " + value.lines().findFirst().orElse(value) + " before it is changed";
  }

  private static String written(Expression value, Copy.Text text, ParsedFile file) {
    return isNullable(value)
        ? "%s == null ? null : %s".formatted(file.textOf(value), text.expression())
        : text.expression();
  }

  /** A parameter that goes into a field which the class compares with null may be null. */
  private static boolean isNullable(Expression value) {
    return value instanceof NameExpr name
        && name.getParentNode()
            .filter(AssignExpr.class::isInstance)
            .map(assign -> ((AssignExpr) assign).getTarget())
            .flatMap(Field::of)
            .filter(field -> Assignments.of(field).nullIsAState())
            .isPresent();
  }

  /** The class changes its own collection through the view it gives to others. */
  private Optional<CandidateFix> ownField(Expression refused, RuleContext context) {
    if (!(refused instanceof MethodCallExpr call)
        || !(call.getScope().isEmpty() || call.getScope().get().isThisExpr())) {
      return Optional.empty();
    }
    List<ExpressionTypes.Callee> callees = ExpressionTypes.of(context).callees(call);
    return callees.size() == 1 && callees.get(0).file() == context.file()
        ? viewed(callees.get(0))
            .filter(field -> Scopes.isFree(field.name(), call) || isSame(field, call))
            .map(field -> direct(field, call, context))
        : Optional.empty();
  }

  private static boolean isSame(Field field, MethodCallExpr call) {
    return Scopes.declaration(field.name(), call)
        .filter(found -> found == field.variable())
        .isPresent();
  }

  private static Optional<Field> viewed(ExpressionTypes.Callee callee) {
    return callee.method().findAll(ReturnStmt.class).stream()
        .flatMap(exit -> exit.getExpression().stream())
        .filter(Copy::isFixed)
        .filter(value -> value.toString().contains("unmodifiable"))
        .filter(MethodCallExpr.class::isInstance)
        .flatMap(value -> value.asMethodCallExpr().getArguments().stream())
        .flatMap(view -> Field.of(view).stream())
        .findFirst();
  }

  private CandidateFix direct(Field field, MethodCallExpr call, RuleContext context) {
    return new CandidateFix(
        name(),
        "Change " + field.name() + " itself instead of its unmodifiable view",
        "`%s` gives a view that refuses changes; the class may change the collection behind it, `%s`, and callers see that through their views."
            .formatted(call, field.name()),
        Risk.LOW,
        0.88,
        null,
        List.of(new NodeEdits(context.file()).replace(call, field.name()).toFileEdit()));
  }
}
