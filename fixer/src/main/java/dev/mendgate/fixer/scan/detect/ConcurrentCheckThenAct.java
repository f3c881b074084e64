package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/**
 * A look into a concurrent map and a put that depends on it, which another thread may come between.
 */
@AutoService(Detector.class)
public final class ConcurrentCheckThenAct implements Detector {
  @Override
  public String rule() {
    return "concurrent-check-then-act";
  }

  @Override
  public String summary() {
    return "A concurrent map is asked for a key and then given it in two steps.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("Concurrent")) {
      return List.of();
    }
    return file.unit().findAll(IfStmt.class).stream()
        .filter(check -> check.getElseStmt().isEmpty() && !Code.isLocked(check))
        .flatMap(check -> finding(file, check).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, IfStmt check) {
    Optional<MethodCallExpr> asked = asked(check.getCondition());
    Optional<Field> map = asked.flatMap(call -> Field.of(call.getScope().orElseThrow()));
    if (map.filter(ConcurrentCheckThenAct::isConcurrent).isEmpty()) {
      return Optional.empty();
    }
    Expression scope = asked.get().getScope().orElseThrow();
    List<Statement> body = Code.body(check.getThenStmt());
    return body.stream()
        .filter(ExpressionStmt.class::isInstance)
        .map(statement -> statement.asExpressionStmt().getExpression())
        .filter(
            found ->
                found instanceof MethodCallExpr put
                    && put.getNameAsString().equals("put")
                    && put.getArguments().size() == 2
                    && put.getScope().filter(scope::equals).isPresent()
                    && put.getArgument(0).equals(asked.get().getArgument(0)))
        .map(Expression::asMethodCallExpr)
        .findFirst()
        .map(put -> finding(file, check, put, body.size()));
  }

  private Finding finding(ParsedFile file, IfStmt check, MethodCallExpr put, int statements) {
    Finding found =
        Finding.at(
            this,
            file,
            check.getCondition(),
            0.85,
            "between the look into %s and the put another thread may put another value, which is lost"
                .formatted(put.getScope().orElseThrow()));
    Expression value = put.getArgument(1);
    boolean simple = value.isNameExpr() || value.isLiteralExpr() || value.isObjectCreationExpr();
    if (statements != 1 || !simple || Comments.within(check)) {
      return found;
    }
    String text =
        "%s.putIfAbsent(%s, %s);"
            .formatted(
                file.textOf(put.getScope().orElseThrow()),
                file.textOf(put.getArgument(0)),
                file.textOf(value));
    return found.fixedBy(
        "Look and put in one step", new NodeEdits(file).replace(check, text).toFileEdit());
  }

  private static Optional<MethodCallExpr> asked(Expression condition) {
    Optional<Expression> lookup =
        condition instanceof UnaryExpr not
                && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
            ? Optional.of(not.getExpression())
            : Code.comparedWithNull(condition, BinaryExpr.Operator.EQUALS);
    String name = condition instanceof UnaryExpr ? "containsKey" : "get";
    return lookup
        .filter(MethodCallExpr.class::isInstance)
        .map(Expression::asMethodCallExpr)
        .filter(call -> call.getNameAsString().equals(name) && call.getArguments().size() == 1)
        .filter(call -> call.getScope().isPresent());
  }

  private static boolean isConcurrent(Field field) {
    return Code.typeName(field.type()).startsWith("Concurrent")
        || field
            .variable()
            .getInitializer()
            .filter(
                value ->
                    value instanceof ObjectCreationExpr creation
                        && creation.getType().getNameAsString().startsWith("Concurrent"))
            .isPresent();
  }
}
