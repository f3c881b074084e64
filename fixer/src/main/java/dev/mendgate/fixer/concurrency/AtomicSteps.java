package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.map.Counter;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.Comments;
import java.util.List;
import java.util.Optional;

/** Rewrites every check-then-act of a class on a field that can be made one step. */
final class AtomicSteps {
  private final Target target;

  AtomicSteps(Target target) {
    this.target = target;
  }

  /** Adds the edits to the target and notes there what is one step now. */
  void rewrite() {
    GuardedPut guarded = new GuardedPut(target);
    LookupThenPut lookup = new LookupThenPut(target);
    Node owner = target.field().owner();
    for (IfStmt check : owner.findAll(IfStmt.class)) {
      boolean seen = check.findFirst(MethodCallExpr.class, target::isAtomic).isPresent();
      if (!seen && !guarded.rewrite(check) && !lookup.rewrite(check)) {
        add(check);
      }
    }
    owner.findAll(ExpressionStmt.class).forEach(guarded::dropUselessZero);
    owner.findAll(ExpressionStmt.class).forEach(this::count);
  }

  private void count(ExpressionStmt statement) {
    if (target.isAtomic(statement.getExpression()) || !target.age().hasLambda()) {
      return;
    }
    target
        .call(statement.getExpression(), "put", 2)
        .flatMap(Counter::of)
        .ifPresent(
            counter -> {
              target.edits().replace(statement.getExpression(), counter.merge(target.file()));
              target.madeAtomic(statement);
            });
  }

  /** A set's {@code add} tells whether the element was missing. */
  private void add(IfStmt check) {
    Optional<MapCall> contains =
        check.getCondition() instanceof UnaryExpr not
                && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
            ? target.call(not.getExpression(), "contains", 1)
            : Optional.empty();
    List<Statement> body = GuardedPut.statements(check.getThenStmt());
    boolean adds =
        contains.isPresent()
            && isSet()
            && check.getElseStmt().isEmpty()
            && !Comments.within(check)
            && !body.isEmpty()
            && body.get(0) instanceof ExpressionStmt first
            && target
                .call(first.getExpression(), "add", 1)
                .filter(contains.get()::isSameEntry)
                .isPresent();
    if (!adds) {
      return;
    }
    Expression add = body.get(0).asExpressionStmt().getExpression();
    if (body.size() == 1) {
      target.edits().replace(check, target.text(add) + ";");
    } else {
      target.edits().replace(check.getCondition(), target.text(add)).remove(body.get(0));
    }
    target.madeAtomic(check.getCondition());
    target.madeAtomic(add);
  }

  private boolean isSet() {
    return target.field().type().asString().contains("Set");
  }
}
