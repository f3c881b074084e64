package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.field.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the collection that refused a change. */
final class Refused {
  private static final Set<String> CHANGES_ARGUMENT =
      Set.of("addAll", "fill", "reverse", "rotate", "shuffle", "sort", "swap");
  private static final Set<String> ITERATORS = Set.of("iterator", "listIterator");

  private Refused() {}

  /** Returns the expressions at the site that may stand for it, most likely first. */
  static List<Expression> at(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    boolean library =
        index > 0
            && frames.subList(0, index).stream()
                .noneMatch(frame -> context.sources().declaring(frame.className()).isPresent());
    if (!library) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return Calls.to(frames.get(index - 1), code).stream()
        .filter(call -> call.node() instanceof MethodCallExpr)
        .flatMap(call -> changed((MethodCallExpr) call.node()).stream())
        .toList();
  }

  private static Optional<Expression> changed(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    if (scope.filter(found -> found.toString().endsWith("Collections")).isPresent()) {
      return CHANGES_ARGUMENT.contains(call.getNameAsString())
          ? call.getArguments().getFirst().map(Refused::plain)
          : Optional.empty();
    }
    return scope.map(Refused::plain).map(Refused::behindIterator);
  }

  private static Expression behindIterator(Expression scope) {
    if (!(scope instanceof NameExpr name)) {
      return scope;
    }
    return Scopes.declaration(name.getNameAsString(), name)
        .filter(VariableDeclarator.class::isInstance)
        .flatMap(local -> ((VariableDeclarator) local).getInitializer())
        .filter(MethodCallExpr.class::isInstance)
        .map(Expression::asMethodCallExpr)
        .filter(call -> ITERATORS.contains(call.getNameAsString()))
        .flatMap(MethodCallExpr::getScope)
        .map(Refused::plain)
        .orElse(scope);
  }

  /** Returns an expression without casts and parentheses around it. */
  static Expression plain(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return plain(enclosed.getInner());
    }
    return expression instanceof CastExpr cast ? plain(cast.getExpression()) : expression;
  }
}
