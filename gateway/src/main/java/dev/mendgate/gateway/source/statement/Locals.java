package dev.mendgate.gateway.source.statement;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters and local variables of the methods of one file; each method is walked once. */
final class Locals {
  /** Names of one method. */
  private static final class Body {
    final Map<String, List<VariableDeclarator>> variables = new HashMap<>();
    final Set<String> others = new HashSet<>();

    Body(Node method) {
      method.walk(this::note);
    }

    private void note(Node node) {
      if (node instanceof VariableDeclarator variable) {
        variables.computeIfAbsent(variable.getNameAsString(), n -> new ArrayList<>()).add(variable);
      } else if (node instanceof Parameter parameter) {
        others.add(parameter.getNameAsString());
      } else if (node instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name) {
        others.add(name.getNameAsString());
      } else if (node instanceof TypePatternExpr pattern) {
        others.add(pattern.getNameAsString());
      }
    }
  }

  private final Map<Node, Body> bodies = new IdentityHashMap<>();

  /** Returns whether the method around the use declares the name or assigns to it. */
  boolean declares(NameExpr use) {
    Body body = bodyAround(use);
    String name = use.getNameAsString();
    return body != null && (body.variables.containsKey(name) || body.others.contains(name));
  }

  /** Returns the only variable of that name, provided it has one value for all of its life. */
  Optional<VariableDeclarator> constant(NameExpr use) {
    Body body = bodyAround(use);
    String name = use.getNameAsString();
    if (body == null || body.others.contains(name)) {
      return Optional.empty();
    }
    List<VariableDeclarator> declared = body.variables.getOrDefault(name, List.of());
    return declared.size() == 1 && declared.get(0).getInitializer().isPresent()
        ? Optional.of(declared.get(0))
        : Optional.empty();
  }

  private @Nullable Body bodyAround(Node use) {
    Node at = use;
    while (at != null
        && !(at instanceof CallableDeclaration<?>)
        && !(at instanceof InitializerDeclaration)) {
      at = at.getParentNode().orElse(null);
    }
    return at == null ? null : bodies.computeIfAbsent(at, Body::new);
  }
}
