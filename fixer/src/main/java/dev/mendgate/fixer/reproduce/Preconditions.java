package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.RuleContext;
import java.util.List;
import java.util.Optional;

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
    boolean onPurpose = throwsOnPurpose(innermostFirst.get(0));
    if (innermostFirst.size() < 2 || !(onPurpose || isAccessor(innermostFirst.get(0)))) {
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

  /** Returns whether the method does nothing but hand a parameter on, such as an index. */
  private boolean isAccessor(CrashSite site) {
    return callablesAt(site).stream()
        .filter(MethodDeclaration.class::isInstance)
        .map(callable -> ((MethodDeclaration) callable).getBody())
        .flatMap(Optional::stream)
        .anyMatch(
            body ->
                body.getStatements().size() == 1
                    && body.getStatement(0).isReturnStmt()
                    && handsOnParameter(body));
  }

  private static boolean handsOnParameter(BlockStmt body) {
    List<String> parameters =
        parameters((CallableDeclaration<?>) body.getParentNode().orElseThrow());
    return body.findAll(MethodCallExpr.class).stream()
        .flatMap(call -> call.getArguments().stream())
        .anyMatch(argument -> parameters.contains(argument.toString()));
  }

  /** Returns whether the line is a call that gets a parameter as it came, for nothing in return. */
  private boolean checksParameter(CrashSite site) {
    for (CallableDeclaration<?> callable : callablesAt(site)) {
      List<String> parameters = parameters(callable);
      for (ExpressionStmt statement : callable.findAll(ExpressionStmt.class)) {
        if (Flow.holds(statement, site.line())
            && statement.getExpression() instanceof MethodCallExpr call
            && call.getArguments().stream().anyMatch(a -> parameters.contains(a.toString()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> parameters(CallableDeclaration<?> callable) {
    return callable.getParameters().stream().map(Parameter::getNameAsString).toList();
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
