package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters and local variables of the methods of one file; each method is walked once. */
final class Locals {
  /** What a name means inside a method. */
  sealed interface Meaning {}

  /**
   * A variable.
   *
   * @param uses names in the same method that are spelled like it
   */
  record Variable(VariableDeclarator declared, List<NameExpr> uses) implements Meaning {}

  /**
   * A parameter of the method.
   *
   * @param index from 0
   * @param assigned whether the method gives it another value
   */
  record Argument(int index, Parameter declared, boolean assigned) implements Meaning {}

  /** Something that has its value from elsewhere, such as a lambda's parameter. */
  record Opaque(@Nullable String type) implements Meaning {}

  /** Names of one method. */
  private static final class Body {
    final Map<String, List<Node>> declared = new HashMap<>();
    final Map<String, List<NameExpr>> uses = new HashMap<>();

    Body(Node method) {
      Nodes.under(method).forEach(this::note);
    }

    private void note(Node node) {
      if (node instanceof VariableDeclarator variable) {
        declare(variable.getNameAsString(), variable);
      } else if (node instanceof Parameter parameter) {
        declare(parameter.getNameAsString(), parameter);
      } else if (node instanceof TypePatternExpr pattern) {
        declare(pattern.getNameAsString(), pattern);
      } else if (node instanceof NameExpr name) {
        uses.computeIfAbsent(name.getNameAsString(), n -> new ArrayList<>()).add(name);
      }
    }

    private void declare(String name, Node node) {
      declared.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
    }
  }

  private final Map<Node, Body> bodies = new IdentityHashMap<>();

  /** Returns what a name means inside the methods around it; null where it is none of theirs. */
  @Nullable Meaning meaning(NameExpr use) {
    String name = use.getNameAsString();
    for (Node at = callable(use); at != null; at = callable(at.getParentNode().orElse(null))) {
      Body body = bodies.computeIfAbsent(at, Body::new);
      List<Node> declared = body.declared.getOrDefault(name, List.of());
      for (int i = declared.size() - 1; i >= 0; i--) {
        if (reaches(declared.get(i), use)) {
          return meaning(declared.get(i), at, body.uses.getOrDefault(name, List.of()));
        }
      }
    }
    return null;
  }

  private static Meaning meaning(Node declared, Node callable, List<NameExpr> uses) {
    if (declared instanceof VariableDeclarator variable) {
      return variable.getParentNode().orElse(variable) instanceof VariableDeclarationExpr
          ? new Variable(variable, uses)
          : new Opaque(variable.getTypeAsString());
    }
    if (declared instanceof Parameter parameter) {
      int index =
          callable instanceof CallableDeclaration<?> method ? indexOf(parameter, method) : -1;
      return index < 0
          ? new Opaque(parameter.getType().isUnknownType() ? null : parameter.getTypeAsString())
          : new Argument(index, parameter, uses.stream().anyMatch(Locals::isAssigned));
    }
    return new Opaque(
        declared instanceof TypePatternExpr pattern ? pattern.getTypeAsString() : null);
  }

  private static int indexOf(Parameter parameter, CallableDeclaration<?> method) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (method.getParameter(i) == parameter) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAssigned(NameExpr use) {
    return use.getParentNode().orElse(use) instanceof AssignExpr assign
        && assign.getTarget() == use;
  }

  /** Returns whether a use is in the part of the method where a declaration counts. */
  private static boolean reaches(Node declared, NameExpr use) {
    Node scope = declared.getParentNode().orElse(declared);
    while (scope instanceof VariableDeclarationExpr
        || scope instanceof ExpressionStmt
        || scope instanceof FieldDeclaration) {
      scope = scope.getParentNode().orElse(null);
    }
    // Where a pattern's variable counts depends on conditions: everywhere in the method, here.
    return declared instanceof PatternExpr || scope == null || scope.isAncestorOf(use);
  }

  /** Returns the method, constructor or initialiser around a node; null where there is none. */
  static @Nullable Node callable(@Nullable Node node) {
    Node at = node;
    while (at != null
        && !(at instanceof CallableDeclaration<?>)
        && !(at instanceof InitializerDeclaration)) {
      at = at.getParentNode().orElse(null);
    }
    return at;
  }
}
