package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.Comments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes {@code v = map.get(key); if (v == null) { v = new V(); map.put(key, v); }} one step.
 *
 * <p>Where the value can't be created by a lambda, the later of two threads takes the value of the
 * earlier one.
 */
final class LookupThenPut {
  private final Target target;

  LookupThenPut(Target target) {
    this.target = target;
  }

  /** Rewrites a check if the statement before it looks the same entry up. */
  boolean rewrite(IfStmt check) {
    Optional<String> variable = missing(check);
    Optional<MapCall> lookup =
        variable.flatMap(name -> before(check).flatMap(line -> lookup(line, name)));
    if (lookup.isEmpty() || check.getElseStmt().isPresent()) {
      return false;
    }
    List<Statement> body = GuardedPut.statements(check.getThenStmt());
    Optional<Expression> value = created(body, variable.get());
    Optional<Statement> put =
        body.stream().filter(line -> puts(line, variable.get(), lookup.get())).findFirst();
    if (value.isEmpty() || put.isEmpty()) {
      return false;
    }
    boolean nothingElse =
        body.size() == (put.get().findFirst(AssignExpr.class).isPresent() ? 1 : 2);
    if (nothingElse && !Comments.within(check) && LambdaBody.allows(value.get(), target)) {
      compute(check, lookup.get(), value.get());
    } else if (!takeEarlier(put.get(), variable.get(), lookup.get())) {
      return false;
    }
    target.madeAtomic(lookup.get().call());
    target.madeAtomic(check);
    return true;
  }

  private void compute(IfStmt check, MapCall lookup, Expression value) {
    int end = target.file().end(lookup.key());
    String lambda = ", " + target.parameter(value) + " -> " + target.text(value);
    target
        .edits()
        .replace(lookup.call().getName(), "computeIfAbsent")
        .replace(end, end, lambda)
        .remove(check);
  }

  private boolean takeEarlier(Statement put, String variable, MapCall lookup) {
    Optional<String> type = type(put, variable);
    Optional<String> name =
        Stream.of("existing", "earlier", "present")
            .filter(free -> Scopes.isFree(free, put))
            .findFirst();
    if (type.isEmpty()
        || name.isEmpty()
        || put.findFirst(AssignExpr.class).isPresent()
        || !(put.getParentNode().orElse(null) instanceof BlockStmt)) {
      return false;
    }
    Style style = Style.of(target.file());
    String indent = target.file().indentation(put.getRange().orElseThrow().begin.line);
    String first =
        "%s %s = %s.putIfAbsent(%s, %s);"
            .formatted(
                type.get(),
                name.get(),
                target.text(lookup.map()),
                target.text(lookup.key()),
                variable);
    String take =
        style.ifBlock(
            indent, name.get() + " != null", List.of(variable + " = " + name.get() + ";"));
    target.edits().replace(put, first + style.lineEnding() + indent + take);
    return true;
  }

  private Optional<String> type(Statement at, String variable) {
    return Scopes.declaration(variable, at)
        .filter(VariableDeclarator.class::isInstance)
        .map(found -> ((VariableDeclarator) found).getType())
        .map(target::text);
  }

  private static Optional<String> missing(IfStmt check) {
    return check.getCondition() instanceof BinaryExpr comparison
            && comparison.getOperator() == BinaryExpr.Operator.EQUALS
            && comparison.getRight().isNullLiteralExpr()
            && comparison.getLeft() instanceof NameExpr name
        ? Optional.of(name.getNameAsString())
        : Optional.empty();
  }

  private static Optional<Statement> before(IfStmt check) {
    return check
        .getParentNode()
        .filter(BlockStmt.class::isInstance)
        .map(block -> ((BlockStmt) block).getStatements())
        .filter(statements -> statements.indexOf(check) > 0)
        .map(statements -> statements.get(statements.indexOf(check) - 1));
  }

  private Optional<MapCall> lookup(Statement line, String variable) {
    if (!(line instanceof ExpressionStmt statement)) {
      return Optional.empty();
    }
    Expression expression = statement.getExpression();
    Optional<Expression> value =
        expression.isVariableDeclarationExpr()
            ? expression.asVariableDeclarationExpr().getVariables().stream()
                .filter(found -> found.getNameAsString().equals(variable))
                .findFirst()
                .flatMap(VariableDeclarator::getInitializer)
            : assigned(expression, variable);
    return value.flatMap(found -> target.call(found, "get", 1));
  }

  private static Optional<Expression> assigned(Expression expression, String variable) {
    return expression instanceof AssignExpr assign
            && Objects.equals(assign.getTarget().toString(), variable)
        ? Optional.of(assign.getValue())
        : Optional.empty();
  }

  private static Optional<Expression> created(List<Statement> body, String variable) {
    List<AssignExpr> found =
        body.stream().flatMap(line -> line.findAll(AssignExpr.class).stream()).toList();
    return found.size() == 1 ? assigned(found.get(0), variable) : Optional.empty();
  }

  private boolean puts(Statement line, String variable, MapCall lookup) {
    return line instanceof ExpressionStmt statement
        && target
            .call(statement.getExpression(), "put", 2)
            .filter(lookup::isSameEntry)
            .filter(
                put ->
                    put.value().toString().equals(variable)
                        || assigned(put.value(), variable).isPresent())
            .isPresent();
  }
}
