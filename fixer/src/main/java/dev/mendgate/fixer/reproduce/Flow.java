package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which names feed a line of a method: a syntactic over-estimate, within that method. */
final class Flow {
  private Flow() {}

  /** Returns the names a line mentions, and those that values reach them from. */
  static Set<String> into(CallableDeclaration<?> callable, int line) {
    Set<String> reached = new HashSet<>();
    for (SimpleName name : callable.findAll(SimpleName.class)) {
      if (name.getRange().map(range -> range.begin.line == line).orElse(false)) {
        reached.add(name.getIdentifier());
      }
    }
    for (ThrowStmt thrown : callable.findAll(ThrowStmt.class, t -> holds(t, line))) {
      thrown.findAncestor(IfStmt.class).ifPresent(why -> reached.addAll(names(why.getCondition())));
    }
    return closure(callable, reached);
  }

  /** Returns the names in a node, and those that values reach them from. */
  static Set<String> into(CallableDeclaration<?> callable, Node node) {
    return closure(callable, names(node));
  }

  private static Set<String> closure(CallableDeclaration<?> callable, Set<String> start) {
    Map<String, Set<String>> sources = sources(callable);
    Set<String> reached = new HashSet<>(start);
    for (int pass = 0; pass < 4; pass++) {
      for (String name : Set.copyOf(reached)) {
        reached.addAll(sources.getOrDefault(name, Set.of()));
      }
    }
    return reached;
  }

  private static Map<String, Set<String>> sources(CallableDeclaration<?> callable) {
    Map<String, Set<String>> sources = new HashMap<>();
    for (VariableDeclarator variable : callable.findAll(VariableDeclarator.class)) {
      variable.getInitializer().ifPresent(value -> feed(sources, variable.getName(), value));
    }
    for (AssignExpr assign : callable.findAll(AssignExpr.class)) {
      names(assign.getTarget())
          .forEach(
              name ->
                  sources
                      .computeIfAbsent(name, n -> new HashSet<>())
                      .addAll(names(assign.getValue())));
    }
    for (ForEachStmt loop : callable.findAll(ForEachStmt.class)) {
      feed(sources, loop.getVariableDeclarator().getName(), loop.getIterable());
    }
    return sources;
  }

  private static void feed(Map<String, Set<String>> sources, SimpleName name, Expression value) {
    sources.computeIfAbsent(name.getIdentifier(), n -> new HashSet<>()).addAll(names(value));
  }

  static Set<String> names(Node node) {
    Set<String> names = new HashSet<>();
    node.findAll(SimpleName.class).forEach(name -> names.add(name.getIdentifier()));
    return names;
  }

  /** Returns whether a node spans a line. */
  static boolean holds(Node node, int line) {
    return node.getRange().map(r -> r.begin.line <= line && line <= r.end.line).orElse(false);
  }
}
