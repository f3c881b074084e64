package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds switches of a class, such as one for leniency, that its other checks ask first. */
final class Flags {
  private Flags() {}

  /**
   * A switch.
   *
   * @param strict source of the condition under which checks are made, such as {@code !lenient}
   * @param uses number of other throws that stand under it
   * @param twin whether one of them is the same check
   */
  record Flag(String strict, int uses, boolean twin) {}

  /** Returns switches that other throws of the class stand under but this one does not. */
  static List<Flag> unused(Thrown thrown) {
    Optional<TypeDeclaration<?>> type = Types.around(thrown.statement());
    if (type.isEmpty()) {
      return List.of();
    }
    Map<String, Flag> found = new LinkedHashMap<>();
    for (ThrowStmt other : type.get().findAll(ThrowStmt.class)) {
      if (other != thrown.statement()) {
        boolean twin = isTwin(other, thrown);
        Guard.of(other).stream()
            .flatMap(guard -> strict(guard, type.get()))
            .distinct()
            .forEach(
                text ->
                    found.merge(
                        text,
                        new Flag(text, 1, twin),
                        (one, more) -> new Flag(text, one.uses() + 1, one.twin() || more.twin())));
      }
    }
    return found.values().stream().filter(flag -> !asks(thrown, flag)).toList();
  }

  private static java.util.stream.Stream<String> strict(Guard guard, TypeDeclaration<?> type) {
    BinaryExpr.Operator joins = guard.truth() ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR;
    return Logic.operands(guard.condition(), joins).stream()
        .filter(part -> isSwitch(positive(part), type))
        .map(part -> guard.truth() ? part.toString() : Logic.negated(part));
  }

  private static Expression positive(Expression part) {
    return part instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        ? Logic.bare(not.getExpression())
        : part;
  }

  /** A boolean field of the class, or its getter. */
  private static boolean isSwitch(Expression part, TypeDeclaration<?> type) {
    if (part instanceof NameExpr name) {
      return Enclosing.boundary(name)
              .filter(body -> declaresLocal(body, name.getNameAsString()))
              .isEmpty()
          && type.getFields().stream()
              .filter(field -> field.getElementType().asString().equals("boolean"))
              .flatMap(field -> field.getVariables().stream())
              .anyMatch(field -> field.getNameAsString().equals(name.getNameAsString()));
    }
    return part instanceof MethodCallExpr call
        && call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty()
        && call.getArguments().isEmpty()
        && type.getMethodsByName(call.getNameAsString()).stream()
            .anyMatch(method -> returnsField(method, type));
  }

  private static boolean declaresLocal(Node body, String name) {
    return body.findFirst(VariableDeclarator.class, found -> found.getNameAsString().equals(name))
            .isPresent()
        || body.findFirst(
                com.github.javaparser.ast.body.Parameter.class,
                found -> found.getNameAsString().equals(name))
            .isPresent();
  }

  private static boolean returnsField(MethodDeclaration method, TypeDeclaration<?> type) {
    return method.getType().asString().equals("boolean")
        && method.getParameters().isEmpty()
        && type.getFields().stream()
            .map(FieldDeclaration::getElementType)
            .anyMatch(found -> found.asString().equals("boolean"));
  }

  private static boolean asks(Thrown thrown, Flag flag) {
    String name = flag.strict().replaceFirst("^!", "");
    boolean isStatic =
        Enclosing.callable(thrown.statement())
            .filter(MethodDeclaration.class::isInstance)
            .filter(method -> ((MethodDeclaration) method).isStatic())
            .isPresent();
    return isStatic
        || thrown.guards().stream()
            .anyMatch(
                guard ->
                    guard
                        .condition()
                        .findFirst(Expression.class, part -> part.toString().equals(name))
                        .isPresent());
  }

  /** Whether two throws make the same exception with the same text. */
  static boolean isTwin(ThrowStmt other, Thrown thrown) {
    Optional<String> one = text(other);
    return one.isPresent()
        && thrown.statement() instanceof ThrowStmt here
        && one.equals(text(here));
  }

  private static Optional<String> text(ThrowStmt found) {
    return found.getExpression() instanceof ObjectCreationExpr creation
        ? creation
            .findFirst(StringLiteralExpr.class)
            .map(literal -> creation.getType() + " " + literal.getValue())
        : Optional.empty();
  }
}
