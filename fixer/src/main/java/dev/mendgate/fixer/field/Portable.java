package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.List;
import java.util.Optional;

/** Whether code means the same at another place of its class. */
public final class Portable {
  private Portable() {}

  /** Returns whether an expression that creates something uses no local variable or parameter. */
  public static boolean fromAnywhere(Node creation) {
    boolean creates =
        creation instanceof ObjectCreationExpr || creation instanceof ArrayCreationExpr;
    return creates
        && names(creation).stream()
            .allMatch(
                name ->
                    Scopes.declaration(name.getNameAsString(), name)
                        .map(found -> Field.at(found).isPresent())
                        .orElse(true));
  }

  /** Returns whether every name in a node stands for the same declaration at another place. */
  public static boolean to(Node place, Node code) {
    return names(code).stream()
        .allMatch(
            name -> {
              Optional<Node> here = Scopes.declaration(name.getNameAsString(), name);
              Optional<Node> there = Scopes.declaration(name.getNameAsString(), place);
              return here.orElse(null) == there.orElse(null);
            });
  }

  private static List<NameExpr> names(Node node) {
    return node.findAll(NameExpr.class);
  }
}
