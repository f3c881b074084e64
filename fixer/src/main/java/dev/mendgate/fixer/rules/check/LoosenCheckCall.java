package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls a weaker check, or none, where a checking method of the project refuses too much. */
@AutoService(Rule.class)
public final class LoosenCheckCall implements Rule {
  private static final double WEAKER = 0.62;
  // Somebody says why it is checked.
  private static final double EXPLAINED = 0.45;
  private static final double NONE = 0.5;

  @Override
  public String name() {
    return "loosen-check-call";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index < 1 || index > 3) {
      return List.of();
    }
    Frame inner = frames.get(index - 1);
    Optional<MethodDeclaration> helper = checker(context, inner);
    Optional<MethodCallExpr> call =
        Calls.to(inner, SiteCode.at(context.site(), context.file())).stream()
            .map(Calls.Call::node)
            .filter(MethodCallExpr.class::isInstance)
            .map(MethodCallExpr.class::cast)
            .filter(found -> found.getParentNode().orElse(null) instanceof ExpressionStmt)
            .filter(found -> Enclosing.listed(found).equals(Enclosing.statement(found)))
            .findFirst();
    if (helper.isEmpty() || call.isEmpty()) {
      return List.of();
    }
    List<CandidateFix> fixes = new ArrayList<>();
    weaker(helper.get(), call.get())
        .ifPresent(name -> fixes.add(replaced(context, call.get(), name)));
    if (!Comments.about(Enclosing.listed(call.get()).orElseThrow())) {
      fixes.add(dropped(context, call.get()));
    }
    return fixes;
  }

  /** Finds a method that does nothing but check its arguments, and threw. */
  static Optional<MethodDeclaration> checker(RuleContext context, Frame inner) {
    return Thrown.inside(context, inner).flatMap(Thrown::checker);
  }

  /** Returns a method beside the helper that asks for one of the helper's operands alone. */
  private static Optional<String> weaker(MethodDeclaration helper, MethodCallExpr call) {
    List<String> strict = reasons(helper);
    return Types.around(helper).map(TypeDeclaration::getMethods).orElse(List.of()).stream()
        .filter(other -> other != helper && other.isStatic())
        .filter(other -> sameShape(other, helper))
        .filter(
            other -> {
              List<String> reasons = reasons(other);
              return !reasons.isEmpty()
                  && reasons.size() < strict.size()
                  && strict.containsAll(reasons);
            })
        .map(MethodDeclaration::getNameAsString)
        .filter(name -> !name.equals(call.getNameAsString()))
        .findFirst();
  }

  private static boolean sameShape(MethodDeclaration other, MethodDeclaration helper) {
    return other.getParameters().size() == helper.getParameters().size()
        && other.getType().equals(helper.getType());
  }

  /** Returns what a method throws for, its first parameter written the same in all of them. */
  private static List<String> reasons(MethodDeclaration method) {
    if (method.getParameters().isEmpty() || method.getBody().isEmpty()) {
      return List.of();
    }
    String first = method.getParameter(0).getNameAsString();
    return method.getBody().get().getStatements().stream()
        .filter(IfStmt.class::isInstance)
        .map(found -> ((IfStmt) found).getCondition())
        .flatMap(found -> Logic.operands(found, BinaryExpr.Operator.OR).stream())
        .map(Expression::toString)
        .map(text -> text.replaceAll("\\b" + first + "\\b", "it"))
        .toList();
  }

  private CandidateFix replaced(RuleContext context, MethodCallExpr call, String name) {
    return new CandidateFix(
        name(),
        "Check by " + name + " instead of " + call.getNameAsString(),
        reason(context, call)
            + "`%s` beside it asks for less; from now on the rest is accepted.".formatted(name),
        Risk.MEDIUM,
        Comments.about(Enclosing.listed(call).orElseThrow()) ? EXPLAINED : WEAKER,
        null,
        Effect.REPAIRS,
        List.of(new NodeEdits(context.file()).replace(call.getName(), name).toFileEdit()));
  }

  private CandidateFix dropped(RuleContext context, MethodCallExpr call) {
    return new CandidateFix(
        name(),
        "Check no longer by " + call.getNameAsString(),
        reason(context, call)
            + "From now on nothing is checked here; later code must be able to take any value.",
        Risk.HIGH,
        NONE,
        null,
        Effect.SKIPS,
        List.of(
            new NodeEdits(context.file())
                .remove(Enclosing.listed(call).orElseThrow())
                .toFileEdit()));
  }

  private static String reason(RuleContext context, MethodCallExpr call) {
    return "At %s:%d `%s` refuses, with %s, a value that the caller means to allow. "
        .formatted(
            context.file().path(), context.site().line(), call, context.failure().simpleType());
  }
}
