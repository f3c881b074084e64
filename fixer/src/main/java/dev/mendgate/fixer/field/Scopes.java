package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import dev.mendgate.fixer.analysis.Declarations;
import java.util.List;
import java.util.Optional;

/** What names stand for, and which ones are free, around a place. */
public final class Scopes {
  private Scopes() {}

  /** Returns the declarator, parameter or pattern a simple name stands for; empty if inherited. */
  public static Optional<Node> declaration(String name, Node at) {
    return Declarations.find(name, at).map(Declarations.Variable::node);
  }

  /** Returns whether a name is free for a new local variable or parameter around a node. */
  public static boolean isFree(String name, Node at) {
    Node around = at;
    for (Optional<Node> scope = Optional.of(at);
        scope.isPresent();
        scope = scope.get().getParentNode()) {
      if (scope.get() instanceof BodyDeclaration<?> && !(scope.get() instanceof TypeDeclaration)) {
        around = scope.get();
      }
    }
    return around.findFirst(SimpleName.class, used -> used.getIdentifier().equals(name)).isEmpty();
  }

  /** Returns the members of a type or of an anonymous class; none for other nodes. */
  public static List<BodyDeclaration<?>> members(Node scope) {
    if (scope instanceof TypeDeclaration<?> type) {
      return type.getMembers();
    }
    return scope instanceof ObjectCreationExpr creation
        ? creation.getAnonymousClassBody().orElseGet(NodeList::new)
        : List.of();
  }
}
