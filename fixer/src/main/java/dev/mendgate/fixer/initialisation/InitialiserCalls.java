package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Methods that other code of the class calls before it uses a field, so that it has a value. */
final class InitialiserCalls {
  private final NullField found;
  private final Field field;
  private final Assignments assignments;

  InitialiserCalls(NullField found) {
    this.found = found;
    this.field = found.field();
    this.assignments = Assignments.of(field);
  }

  /**
   * A method to call first.
   *
   * @param method the method, without parameters
   * @param callers how many other methods call it before they use the field
   * @param guarded whether it sets the field only where that is missing, so that a second call does
   *     no harm
   */
  record Initialiser(MethodDeclaration method, int callers, boolean guarded) {}

  /** Returns the method most others call; empty where the failing code calls it already. */
  Optional<Initialiser> common() {
    Optional<CallableDeclaration<?>> failing =
        found
            .read()
            .findAncestor(CallableDeclaration.class)
            .map(method -> (CallableDeclaration<?>) method);
    return failing.flatMap(
        here ->
            OwnMethods.of(field.owner())
                .filter(method -> method.getParameters().isEmpty() && method != here)
                .filter(method -> method.isStatic() || !here.isStatic())
                .filter(
                    method -> here.getThrownExceptions().containsAll(method.getThrownExceptions()))
                .filter(assignments::within)
                .filter(method -> !calls(here, method))
                .map(method -> new Initialiser(method, callers(method, here), isGuarded(method)))
                .filter(method -> method.callers() >= (method.guarded() ? 1 : 2))
                .max(Comparator.comparingInt(Initialiser::callers)));
  }

  /** Returns whether the failing code calls a method first that creates the field on demand. */
  boolean standBefore() {
    return found
        .read()
        .findAncestor(CallableDeclaration.class)
        .map(method -> ((Node) method).findAll(MethodCallExpr.class).stream())
        .stream()
        .flatMap(calls -> calls)
        .takeWhile(call -> !call.isAncestorOf(found.read()))
        .filter(this::alwaysRunsFirst)
        .flatMap(call -> OwnMethods.called(call, field.owner()))
        .anyMatch(
            method ->
                method.getParameters().isEmpty()
                    && assignments.within(method)
                    && isGuarded(method));
  }

  /** Returns whether a call is a statement of a block around the failing code. */
  private boolean alwaysRunsFirst(MethodCallExpr call) {
    return call.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(block -> block.isAncestorOf(found.read()))
        .isPresent();
  }

  private int callers(MethodDeclaration initialiser, CallableDeclaration<?> failing) {
    return (int)
        OwnMethods.of(field.owner())
            .filter(method -> method != failing && method != initialiser)
            .filter(method -> callsBeforeUse(method, initialiser))
            .count();
  }

  private boolean callsBeforeUse(MethodDeclaration method, MethodDeclaration initialiser) {
    List<Statement> statements =
        method
            .getBody()
            .map(BlockStmt::getStatements)
            .<List<Statement>>map(List::copyOf)
            .orElse(List.of());
    for (int i = 0; i < statements.size(); i++) {
      if (isCall(statements.get(i), initialiser)) {
        return statements.subList(i + 1, statements.size()).stream().anyMatch(this::uses);
      }
      if (uses(statements.get(i))) {
        return false;
      }
    }
    return false;
  }

  private boolean isCall(Statement statement, MethodDeclaration initialiser) {
    return statement instanceof ExpressionStmt line
        && line.getExpression() instanceof MethodCallExpr call
        && OwnMethods.called(call, field.owner()).anyMatch(method -> method == initialiser);
  }

  private boolean calls(Node code, MethodDeclaration initialiser) {
    return code.findAll(MethodCallExpr.class).stream()
        .anyMatch(
            call ->
                OwnMethods.called(call, field.owner()).anyMatch(method -> method == initialiser));
  }

  private boolean uses(Node node) {
    return node.findAll(Expression.class).stream().anyMatch(field::isNamedBy);
  }

  private boolean isGuarded(MethodDeclaration method) {
    return method
        .findFirst(
            IfStmt.class,
            check ->
                check.getCondition().isUnaryExpr()
                    || check.getCondition().isNameExpr()
                    || check
                        .getCondition()
                        .findFirst(BinaryExpr.class, test -> test.getRight().isNullLiteralExpr())
                        .isPresent())
        .isPresent();
  }
}
