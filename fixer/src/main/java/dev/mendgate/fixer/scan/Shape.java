package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import java.util.Optional;

/**
 * Where a value comes from, so that values of the same origin can be found again.
 *
 * @param key the same for all expressions of one origin
 * @param name a word that every file with such an expression has in it
 */
record Shape(String key, String name) {
  /** Returns the origin of an expression; empty for parameters and all that has no name. */
  static Optional<Shape> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    Optional<Field> field = Field.of(expression);
    if (field.isPresent()) {
      return Optional.of(ofField(field.get()));
    }
    if (expression instanceof MethodCallExpr call) {
      return Optional.of(ofCall(call));
    }
    return expression instanceof NameExpr name ? ofVariable(name) : Optional.empty();
  }

  private static Shape ofField(Field field) {
    String owner =
        field.owner() instanceof TypeDeclaration<?> type
            ? type.getFullyQualifiedName().orElse(type.getNameAsString())
            : "";
    return new Shape("field " + owner + "." + field.name(), field.name());
  }

  private static Shape ofCall(MethodCallExpr call) {
    String receiver = call.getScope().map(Shape::receiver).orElseGet(() -> ownType(call));
    return new Shape(
        "call " + receiver + "." + call.getName() + "/" + call.getArguments().size(),
        call.getNameAsString());
  }

  /** A field's own name tells more than its type: another map may have other keys. */
  private static String receiver(Expression scope) {
    return Field.of(scope)
        .map(field -> ofField(field).key())
        .or(() -> DeclaredType.of(scope).map(DeclaredType::simpleName).filter(n -> !n.isEmpty()))
        .orElseGet(() -> scope.isThisExpr() ? ownType(scope) : lastName(scope));
  }

  private static String lastName(Expression scope) {
    if (scope instanceof FieldAccessExpr access) {
      return access.getNameAsString();
    }
    return scope instanceof MethodCallExpr call ? call.getNameAsString() + "()" : scope.toString();
  }

  private static String ownType(Node node) {
    return node.findAncestor(TypeDeclaration.class)
        .map(type -> ((NodeWithSimpleName<?>) type).getNameAsString())
        .orElse("");
  }

  private static Optional<Shape> ofVariable(NameExpr name) {
    return Scopes.declaration(name.getNameAsString(), name)
        .filter(VariableDeclarator.class::isInstance)
        .flatMap(declared -> ((VariableDeclarator) declared).getInitializer())
        .filter(value -> !(value instanceof NameExpr same && same.equals(name)))
        .flatMap(Shape::of);
  }
}
