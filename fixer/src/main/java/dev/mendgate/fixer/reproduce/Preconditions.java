package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.RuleContext;
import java.util.List;

/**
 * Frames that throw on purpose because a caller broke their contract. A test that breaks the
 * contract itself proves nothing: no fix of the real fault would make it pass.
 */
final class Preconditions {
  private final RuleContext.Sources sources;

  Preconditions(RuleContext.Sources sources) {
    this.sources = sources;
  }

  /** Returns the sites further out than those that check their own parameters; at least one. */
  List<CrashSite> passed(List<CrashSite> innermostFirst) {
    if (innermostFirst.size() < 2 || !throwsOnPurpose(innermostFirst.get(0))) {
      return innermostFirst;
    }
    int first = 1;
    while (first < innermostFirst.size() - 1 && checksParameter(innermostFirst.get(first))) {
      first++;
    }
    return innermostFirst.subList(first, innermostFirst.size());
  }

  private boolean throwsOnPurpose(CrashSite site) {
    return callablesAt(site).stream()
        .flatMap(callable -> callable.findAll(ThrowStmt.class).stream())
        .anyMatch(thrown -> Flow.holds(thrown, site.line()));
  }

  /** Returns whether the line hands a parameter, as it came, to what threw. */
  private boolean checksParameter(CrashSite site) {
    for (CallableDeclaration<?> callable : callablesAt(site)) {
      List<String> parameters =
          callable.getParameters().stream().map(Parameter::getNameAsString).toList();
      for (ExpressionStmt statement : callable.findAll(ExpressionStmt.class)) {
        if (Flow.holds(statement, site.line())
            && statement.getExpression() instanceof MethodCallExpr call
            && call.getArguments().stream()
                .map(Expression::toString)
                .anyMatch(parameters::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  @SuppressWarnings("rawtypes")
  private List<CallableDeclaration> callablesAt(CrashSite site) {
    return sources
        .parse(site.path())
        .map(
            file -> file.unit().findAll(CallableDeclaration.class, c -> Flow.holds(c, site.line())))
        .orElse(List.of());
  }
}
