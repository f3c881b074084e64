package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.map.Counter;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.Comments;
import java.util.List;
import java.util.Optional;

/** Makes {@code if (!map.containsKey(key)) map.put(key, value)} and counters one step. */
final class GuardedPut {
  private final Target target;

  GuardedPut(Target target) {
    this.target = target;
  }

  /** Rewrites a statement if it is of that form. */
  boolean rewrite(IfStmt check) {
    Optional<MapCall> absent = tested(check.getCondition(), true);
    Optional<MapCall> present = tested(check.getCondition(), false);
    if (check.getElseStmt().isPresent()) {
      Statement otherwise = check.getElseStmt().get();
      return absent
          .or(() -> present)
          .filter(tested -> !Comments.within(check))
          .filter(
              tested ->
                  absent.isPresent()
                      ? count(check, tested, check.getThenStmt(), otherwise)
                      : count(check, tested, otherwise, check.getThenStmt()))
          .isPresent();
    }
    return absent.filter(tested -> put(check, tested)).isPresent();
  }

  /** Takes a {@code putIfAbsent} of zero out where the count of the same key is merged next. */
  void dropUselessZero(ExpressionStmt statement) {
    target
        .call(statement.getExpression(), "putIfAbsent", 2)
        .filter(put -> !Comments.within(statement) && Counter.isZero(put.value()))
        .filter(put -> isCountedNext(statement, put))
        .ifPresent(put -> target.edits().remove(statement));
  }

  private boolean put(IfStmt check, MapCall tested) {
    List<Statement> body = statements(check.getThenStmt());
    Optional<MapCall> put = body.stream().flatMap(line -> putOf(line, tested).stream()).findFirst();
    if (put.isEmpty()) {
      return false;
    }
    Expression value = put.get().value();
    boolean alone = body.size() == 1 && !Comments.within(check);
    if (alone && Counter.isZero(value) && isCountedNext(check, put.get())) {
      target.edits().remove(check);
    } else if (alone && LambdaBody.isCheap(value)) {
      target.edits().replace(check, statement(put.get(), "putIfAbsent", target.text(value)));
    } else if (alone && LambdaBody.allows(value, target)) {
      String lambda = target.parameter(value) + " -> " + target.text(value);
      target.edits().replace(check, statement(put.get(), "computeIfAbsent", lambda));
    } else if (isUsedElsewhere(value, check)) {
      return false;
    } else {
      target.edits().replace(put.get().call().getName(), "putIfAbsent");
    }
    target.madeAtomic(check.getCondition());
    target.madeAtomic(put.get().call());
    return true;
  }

  /** A merge takes a missing count as zero, so nobody needs to put that zero first. */
  private boolean isCountedNext(Statement first, MapCall put) {
    return target.age().hasLambda()
        && !Comments.about(first)
        && following(first).flatMap(line -> putOf(line, put)).flatMap(Counter::of).isPresent();
  }

  private static Optional<Statement> following(Statement first) {
    Node around = first.getParentNode().orElse(null);
    if (!(around instanceof BlockStmt block)) {
      return Optional.empty();
    }
    return block.getStatements().stream()
        .dropWhile(statement -> statement != first)
        .skip(1)
        .findFirst();
  }

  /** What was put may not be what is in the map in the end, so nobody may go on with it. */
  private static boolean isUsedElsewhere(Expression value, IfStmt check) {
    return value instanceof NameExpr name
        && Scopes.declaration(name.getNameAsString(), name)
            .filter(found -> Field.at(found).isEmpty())
            .isPresent()
        && check.getParentNode().stream()
                .flatMap(around -> around.findAll(NameExpr.class).stream())
                .filter(name::equals)
                .count()
            > 1;
  }

  private boolean count(IfStmt check, MapCall tested, Statement first, Statement again) {
    Optional<MapCall> start = only(first).flatMap(line -> putOf(line, tested));
    Optional<Counter> counter =
        only(again).flatMap(line -> putOf(line, tested)).flatMap(Counter::of);
    boolean counts =
        start.isPresent()
            && counter.isPresent()
            && start.get().value().equals(counter.get().step())
            && target.age().hasLambda();
    if (counts) {
      target.edits().replace(check, counter.orElseThrow().merge(target.file()) + ";");
      target.madeAtomic(check);
    }
    return counts;
  }

  private String statement(MapCall put, String method, String value) {
    return "%s.%s(%s, %s);"
        .formatted(target.text(put.map()), method, target.text(put.key()), value);
  }

  private Optional<MapCall> putOf(Statement line, MapCall tested) {
    return line instanceof ExpressionStmt statement
        ? target.call(statement.getExpression(), "put", 2).filter(tested::isSameEntry)
        : Optional.empty();
  }

  /** Returns the lookup whose key a condition says is missing, or is there. */
  Optional<MapCall> tested(Expression condition, boolean missing) {
    if (condition instanceof EnclosedExpr enclosed) {
      return tested(enclosed.getInner(), missing);
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return tested(not.getExpression(), !missing);
    }
    if (condition instanceof BinaryExpr comparison && comparison.getRight().isNullLiteralExpr()) {
      BinaryExpr.Operator operator =
          missing ? BinaryExpr.Operator.EQUALS : BinaryExpr.Operator.NOT_EQUALS;
      return comparison.getOperator() == operator
          ? target.call(comparison.getLeft(), "get", 1)
          : Optional.empty();
    }
    return missing ? Optional.empty() : target.call(condition, "containsKey", 1);
  }

  private static Optional<Statement> only(Statement statement) {
    List<Statement> body = statements(statement);
    return body.size() == 1 ? Optional.of(body.get(0)) : Optional.empty();
  }

  static List<Statement> statements(Statement statement) {
    return statement instanceof BlockStmt block ? block.getStatements() : List.of(statement);
  }
}
