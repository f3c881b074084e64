package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.mendgate.fixer.field.Scopes;
import java.util.stream.Stream;

/** The methods a class declares itself. */
final class OwnMethods {
  private OwnMethods() {}

  /** Returns the methods of a type, without those of nested types. */
  static Stream<MethodDeclaration> of(Node owner) {
    return Scopes.members(owner).stream()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast);
  }

  /** Returns the type's methods that a call on the object itself may mean. */
  static Stream<MethodDeclaration> called(MethodCallExpr call, Node owner) {
    boolean own = call.getScope().isEmpty() || call.getScope().get().isThisExpr();
    return own
        ? of(owner)
            .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
            .filter(method -> method.getParameters().size() == call.getArguments().size())
        : Stream.empty();
  }
}
