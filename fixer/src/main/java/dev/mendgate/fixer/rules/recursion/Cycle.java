package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.List;
import java.util.Optional;

/** Finds the methods that call themselves or each other until the stack is full. */
final class Cycle {
  private static final int REPEATED = 3;

  private Cycle() {}

  /** Whether the stack is full of the method of this site. */
  static boolean runsThrough(RuleContext context) {
    return context.failure().simpleType().equals("StackOverflowError")
        && context.failure().frames().stream()
                .filter(frame -> frame.className().equals(context.site().frame().className()))
                .filter(frame -> frame.method().equals(context.site().frame().method()))
                .limit(REPEATED)
                .count()
            == REPEATED;
  }

  /** Returns the method at a site, where the stack is full of it. */
  static Optional<MethodDeclaration> method(RuleContext context) {
    if (!runsThrough(context)) {
      return Optional.empty();
    }
    return SiteCode.at(context.site(), context.file()).nodes().stream()
        .flatMap(node -> Enclosing.callable(node).stream())
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .findFirst();
  }

  /** Returns the calls in a method that look like calls of itself on the same object. */
  static List<MethodCallExpr> selfCalls(MethodDeclaration method) {
    return method.findAll(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().equals(method.getNameAsString()))
        .filter(call -> call.getArguments().size() == method.getParameters().size())
        .filter(call -> call.getScope().isEmpty() || call.getScope().get().isThisExpr())
        .toList();
  }

  /** Whether an argument is a parameter passed on. */
  static boolean isPassedOn(Expression argument, Parameter parameter) {
    return argument instanceof NameExpr name
        && name.getNameAsString().equals(parameter.getNameAsString());
  }
}
