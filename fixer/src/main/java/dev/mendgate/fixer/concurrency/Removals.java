package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.map.MapCall;
import java.util.Optional;
import java.util.Set;

/** Where a class may take entries out of a map. */
final class Removals {
  private static final Set<String> REMOVES = Set.of("clear", "remove");
  // With a function that returns null these remove.
  private static final Set<String> MAY_REMOVE = Set.of("compute", "computeIfPresent", "merge");
  private static final Set<String> VIEWS = Set.of("entrySet", "keySet", "values");
  private static final Set<String> VIEW_REMOVES =
      Set.of("clear", "iterator", "remove", "removeAll", "removeIf", "retainAll");

  private final Target target;

  Removals(Target target) {
    this.target = target;
  }

  /** Returns whether any method of the class does. */
  boolean any() {
    return target.calls().anyMatch(Removals::removes)
        || !Assignments.of(target.field()).all().isEmpty();
  }

  /** Returns whether code may take an entry out, or may make its key another one. */
  boolean undo(Node code, MapCall entry) {
    boolean removes = target.calls().filter(code::isAncestorOf).anyMatch(Removals::removes);
    boolean ownCall =
        code.findFirst(
                MethodCallExpr.class,
                call -> call.getScope().map(Expression::isThisExpr).orElse(true))
            .isPresent();
    return removes
        || Assignments.of(target.field()).within(code)
        || (ownCall && any())
        || entry.key().findAll(SimpleName.class).stream()
            .anyMatch(name -> changes(code, name.getIdentifier()));
  }

  private static boolean removes(MethodCallExpr call) {
    String name = call.getNameAsString();
    Node user = call.getParentNode().orElse(call);
    return REMOVES.contains(name)
        || (MAY_REMOVE.contains(name)
            && call.getArguments().stream().noneMatch(Expression::isMethodReferenceExpr))
        || (VIEWS.contains(name)
            && user instanceof MethodCallExpr view
            && view.getScope().filter(call::equals).isPresent()
            && VIEW_REMOVES.contains(view.getNameAsString()));
  }

  private static boolean changes(Node code, String name) {
    return code.findFirst(AssignExpr.class, found -> names(found.getTarget(), name)).isPresent()
        || code.findFirst(VariableDeclarator.class, found -> found.getNameAsString().equals(name))
            .isPresent()
        || code.findFirst(
                UnaryExpr.class,
                found -> isStep(found.getOperator()) && names(found.getExpression(), name))
            .isPresent();
  }

  private static boolean isStep(UnaryExpr.Operator operator) {
    return switch (operator) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private static boolean names(Expression assigned, String name) {
    Optional<SimpleName> last =
        assigned.isFieldAccessExpr()
            ? Optional.of(assigned.asFieldAccessExpr().getName())
            : assigned.toNameExpr().map(found -> found.getName());
    return last.filter(found -> found.getIdentifier().equals(name)).isPresent();
  }
}
