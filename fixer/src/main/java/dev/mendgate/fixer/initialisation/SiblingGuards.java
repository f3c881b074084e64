package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Portable;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks of the same class that create a field's value where it is missing. */
final class SiblingGuards {
  private final NullField found;
  private final Field field;
  private final Assignments assignments;

  SiblingGuards(NullField found) {
    this.found = found;
    this.field = found.field();
    this.assignments = Assignments.of(field);
  }

  /**
   * A check that may be repeated.
   *
   * @param lines its text, line by line, without the indentation of its first line
   * @param line line it starts at, from 1
   * @param sameMethod whether it stands in the method that failed
   */
  record Guard(List<String> lines, int line, boolean sameMethod) {
    Guard {
      lines = List.copyOf(lines);
    }
  }

  /** Returns the check nearest to the failing code, one in the same method first. */
  Optional<Guard> nearest() {
    int here = line(found.read());
    return field.owner().findAll(IfStmt.class).stream()
        .filter(this::creates)
        .filter(check -> !check.isAncestorOf(found.read()))
        .filter(check -> Portable.to(found.read(), check) && isReachable(check))
        .min(
            Comparator.comparing((IfStmt check) -> !inSameMethod(check))
                .thenComparing(check -> Math.abs(line(check) - here)))
        .map(check -> new Guard(lines(check), line(check), inSameMethod(check)));
  }

  /** Returns whether such a check stands before the failing code already, in a block around it. */
  boolean standBefore() {
    return field.owner().findAll(IfStmt.class).stream()
        .filter(check -> line(check) <= line(found.read()) && creates(check))
        .anyMatch(
            check ->
                check
                        .getParentNode()
                        .filter(around -> around.isAncestorOf(found.read()))
                        .isPresent()
                    && !check.isAncestorOf(found.read()));
  }

  private boolean creates(IfStmt check) {
    boolean plain =
        check.getElseStmt().isEmpty()
            && isMissing(check.getCondition())
            && check.findFirst(VariableDeclarationExpr.class).isEmpty()
            && check.findFirst(Statement.class, SiblingGuards::leaves).isEmpty();
    return plain && (assignments.within(check.getThenStmt()) || createsThroughMethod(check));
  }

  private boolean createsThroughMethod(IfStmt check) {
    return check.getThenStmt().findAll(MethodCallExpr.class).stream()
        .anyMatch(call -> OwnMethods.called(call, field.owner()).anyMatch(assignments::within));
  }

  /** Returns whether a condition holds in every case in which the field is null. */
  private boolean isMissing(Expression condition) {
    if (condition instanceof EnclosedExpr enclosed) {
      return isMissing(enclosed.getInner());
    }
    if (!(condition instanceof BinaryExpr binary)) {
      return false;
    }
    if (binary.getOperator() == BinaryExpr.Operator.OR) {
      return isMissing(binary.getLeft());
    }
    return binary.getOperator() == BinaryExpr.Operator.EQUALS
        && ((binary.getRight().isNullLiteralExpr() && field.isNamedBy(binary.getLeft()))
            || (binary.getLeft().isNullLiteralExpr() && field.isNamedBy(binary.getRight())));
  }

  private static boolean leaves(Statement statement) {
    return statement.isReturnStmt()
        || statement.isThrowStmt()
        || statement.isBreakStmt()
        || statement.isContinueStmt();
  }

  /** A static method cannot repeat what an instance method does with the instance. */
  private boolean isReachable(IfStmt check) {
    return !isStatic(found.read()) || isStatic(check);
  }

  private static boolean isStatic(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .filter(at -> ((CallableDeclaration<?>) at).isStatic())
        .isPresent();
  }

  private boolean inSameMethod(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .filter(method -> method.isAncestorOf(found.read()))
        .isPresent();
  }

  private List<String> lines(IfStmt check) {
    String indent = found.file().indentation(line(check));
    return found
        .file()
        .textOf(check)
        .lines()
        .map(text -> text.startsWith(indent) ? text.substring(indent.length()) : text)
        .toList();
  }

  private static int line(Node node) {
    return node.getRange().orElseThrow().begin.line;
  }
}
