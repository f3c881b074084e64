package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.ExpressionTypes.Callee;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calls the method that looks before it moves on, where nobody uses what the other one returns. */
@AutoService(Rule.class)
public final class CheckedSibling implements Rule {
  private static final Set<String> EXCEPTIONS =
      Set.of("NoSuchElementException", "EmptyStackException", "BufferUnderflowException");
  private static final double CONFIDENCE = 0.85;

  @Override
  public String name() {
    return "checked-sibling";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    boolean fits =
        FailedAccess.isBounds(context.failure())
            || EXCEPTIONS.contains(context.failure().simpleType());
    if (!fits || index <= 0) {
      return List.of();
    }
    return Calls.to(frames.get(index - 1), SiteCode.at(context.site(), context.file())).stream()
        .map(Calls.Call::node)
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getArguments().isEmpty())
        .filter(call -> call.getParentNode().orElse(null) instanceof ExpressionStmt)
        .flatMap(call -> instead(context, call))
        .toList();
  }

  private Stream<CandidateFix> instead(RuleContext context, MethodCallExpr call) {
    return ExpressionTypes.of(context).callees(call).stream()
        .limit(1)
        .flatMap(callee -> siblings(callee, context, call))
        .map(sibling -> replaced(context, call, sibling.getNameAsString()));
  }

  /** Methods that change the same state and no other, under a check. */
  private static Stream<MethodDeclaration> siblings(
      Callee callee, RuleContext context, MethodCallExpr call) {
    Set<String> changes = changes(callee.method());
    boolean inside = Types.around(call).equals(Types.around(callee.method()));
    return Types.around(callee.method()).stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method != callee.method() && method.getParameters().isEmpty())
        .filter(method -> inside || method.isPublic() == callee.method().isPublic())
        .filter(method -> inside || !method.isPrivate())
        .filter(method -> method.getThrownExceptions().isEmpty() && !changes.isEmpty())
        .filter(method -> changes(method).equals(changes) && isChecked(method));
  }

  private static boolean isChecked(MethodDeclaration method) {
    List<IfStmt> checks = method.findAll(IfStmt.class);
    return checks.size() == 1
        && !changes(checks.get(0)).isEmpty()
        && method.getBody().filter(body -> body.getStatements().size() <= 2).isPresent();
  }

  private static Set<String> changes(Node body) {
    Set<String> changed = new TreeSet<>();
    body.findAll(AssignExpr.class).stream().map(AssignExpr::toString).forEach(changed::add);
    body.findAll(UnaryExpr.class).stream()
        .filter(found -> found.getOperator().asString().matches("\\+\\+|--"))
        .map(found -> found.getExpression() + found.getOperator().asString())
        .forEach(changed::add);
    return changed;
  }

  private CandidateFix replaced(RuleContext context, MethodCallExpr call, String other) {
    String why =
        "What `%s` returns is not used here, and it fails at the end; `%s` does the same step after asking whether there is one."
            .formatted(call.getNameAsString(), other);
    return Mend.replace(
            context.file(), call.getName(), other, "Call " + other + " instead", why, CONFIDENCE)
        .fix(name(), context);
  }
}
