package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.List;
import java.util.Optional;

/** Methods that create a field's value on their first call and return it. */
final class Accessors {
  private final NullField found;
  private final Field field;

  Accessors(NullField found) {
    this.found = found;
    this.field = found.field();
  }

  /**
   * An accessor to be called instead of reading the field.
   *
   * @param call text of the call
   * @param reads the reads to replace
   */
  record Accessor(String call, List<Expression> reads) {
    Accessor {
      reads = List.copyOf(reads);
    }
  }

  /**
   * Returns the accessor of the field; empty where the class has none the failing code can call.
   */
  Optional<Accessor> accessor() {
    Optional<CallableDeclaration<?>> caller = around(found.read());
    if (caller.isEmpty()) {
      return Optional.empty();
    }
    boolean inStatic = caller.get().isStatic();
    return OwnMethods.of(field.owner())
        .filter(method -> method.getParameters().isEmpty() && method != caller.get())
        .filter(method -> method.isStatic() || !inStatic)
        .filter(method -> method.getThrownExceptions().isEmpty())
        .filter(method -> method.getType().equals(field.type()))
        .filter(this::createsOnDemand)
        .findFirst()
        .map(method -> new Accessor(method.getNameAsString() + "()", reads(caller.get())));
  }

  private boolean createsOnDemand(MethodDeclaration method) {
    boolean checks =
        method
            .findFirst(
                BinaryExpr.class,
                test -> test.getLeft().isNullLiteralExpr() || test.getRight().isNullLiteralExpr())
            .isPresent();
    return checks
        && Assignments.of(field).within(method)
        && method
            .findFirst(
                ReturnStmt.class,
                exit -> exit.getExpression().filter(Expression::isNullLiteralExpr).isPresent())
            .isEmpty();
  }

  /** Returns the failing read and the other dereferences of the field in the same method. */
  private List<Expression> reads(CallableDeclaration<?> caller) {
    return field.references().stream()
        .filter(caller::isAncestorOf)
        .filter(reference -> reference == found.read() || isDereferenced(reference))
        .toList();
  }

  private static boolean isDereferenced(Expression reference) {
    Node parent = reference.getParentNode().orElse(null);
    return parent instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == reference).isPresent();
  }

  private static Optional<CallableDeclaration<?>> around(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .map(method -> (CallableDeclaration<?>) method);
  }
}
