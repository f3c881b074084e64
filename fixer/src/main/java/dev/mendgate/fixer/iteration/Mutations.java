package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.PrimitiveType;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the body of a walk does to the collection that is walked. */
public final class Mutations {
  private static final Set<String> NAMES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "computeIfAbsent",
          "merge",
          "offer",
          "poll",
          "pop",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "retainAll");
  private static final int DEPTH = 3;

  private final Walk walk;

  /** Looks into a walk's body. */
  public Mutations(Walk walk) {
    this.walk = walk;
  }

  /** Returns the calls of the body that change the collection, directly or through a view. */
  public List<MethodCallExpr> direct() {
    return walk.body().findAll(MethodCallExpr.class).stream().filter(this::mutates).toList();
  }

  /** Returns whether the body calls anything, which may change the collection out of sight. */
  boolean callsAnything() {
    return walk.body().findFirst(MethodCallExpr.class).isPresent();
  }

  /** Returns whether the body calls a method of the project, which may know the collection too. */
  boolean callsProject(ExpressionTypes types) {
    return walk.body().findAll(MethodCallExpr.class).stream()
        .anyMatch(call -> !types.callees(call).isEmpty());
  }

  /** Returns whether the body's calls reach a method of the class that changes the collection. */
  public boolean indirect() {
    return Field.of(walk.collection())
        .filter(field -> reaches(walk.body(), field, new HashSet<>(), DEPTH))
        .isPresent();
  }

  private static boolean reaches(Node from, Field field, Set<Node> seen, int depth) {
    return from.findAll(MethodCallExpr.class).stream()
        .filter(Mutations::isOwn)
        .flatMap(call -> called(call, field).stream())
        .filter(seen::add)
        .anyMatch(
            method ->
                changes(method, field) || (depth > 0 && reaches(method, field, seen, depth - 1)));
  }

  private static boolean changes(Node method, Field field) {
    return method.findAll(MethodCallExpr.class).stream()
        .filter(call -> NAMES.contains(call.getNameAsString()))
        .anyMatch(call -> call.getScope().filter(field::isNamedBy).isPresent());
  }

  private static boolean isOwn(MethodCallExpr call) {
    return call.getScope().isEmpty() || call.getScope().get() instanceof ThisExpr;
  }

  private static List<MethodDeclaration> called(MethodCallExpr call, Field field) {
    return field.owner().findAll(MethodDeclaration.class).stream()
        .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
        .filter(method -> method.getParameters().size() == call.getArguments().size())
        .toList();
  }

  private boolean mutates(MethodCallExpr call) {
    if (!NAMES.contains(call.getNameAsString()) || call.getScope().isEmpty()) {
      return false;
    }
    Expression scope = call.getScope().get();
    return same(scope, walk.source()) || same(scope, walk.collection());
  }

  /**
   * Returns the one statement that removes the current element, where that is all that happens to
   * the collection and happens at most once for each element.
   */
  Optional<ExpressionStmt> removalOfCurrent() {
    List<MethodCallExpr> calls = direct();
    if (calls.size() != 1 || !removesCurrent(calls.get(0))) {
      return Optional.empty();
    }
    return calls
        .get(0)
        .getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .map(ExpressionStmt.class::cast)
        .filter(this::atMostOncePerElement)
        .filter(statement -> !leavesAfter(statement));
  }

  private boolean removesCurrent(MethodCallExpr call) {
    VariableDeclarator element = walk.element();
    if (element == null
        || !call.getNameAsString().equals("remove")
        || call.getArguments().size() != 1) {
      return false;
    }
    Expression argument = call.getArgument(0);
    boolean onMap = same(call.getScope().orElseThrow(), walk.collection());
    return switch (walk.view().filter(view -> onMap).orElse("")) {
      case "entrySet" -> isKeyOf(argument, element);
      case "values" -> false;
      default -> isVariable(argument, element) && !(element.getType() instanceof PrimitiveType);
    };
  }

  private static boolean isKeyOf(Expression key, VariableDeclarator entry) {
    if (key instanceof NameExpr name) {
      return Scopes.declaration(name.getNameAsString(), name)
          .filter(VariableDeclarator.class::isInstance)
          .flatMap(declared -> ((VariableDeclarator) declared).getInitializer())
          .filter(value -> !(value instanceof NameExpr) && isKeyOf(value, entry))
          .isPresent();
    }
    return key instanceof MethodCallExpr call
        && call.getNameAsString().equals("getKey")
        && call.getScope().filter(scope -> isVariable(scope, entry)).isPresent();
  }

  private static boolean isVariable(Expression expression, VariableDeclarator variable) {
    return expression instanceof NameExpr name
        && Scopes.declaration(name.getNameAsString(), name)
            .filter(found -> found == variable)
            .isPresent();
  }

  private boolean atMostOncePerElement(Statement statement) {
    for (Node node = statement; node != walk.body(); ) {
      Node parent = node.getParentNode().orElse(walk.body());
      if (parent instanceof ForStmt
          || parent instanceof ForEachStmt
          || parent instanceof WhileStmt
          || parent instanceof DoStmt
          || parent instanceof LambdaExpr) {
        return parent == walk.loop();
      }
      node = parent;
    }
    return true;
  }

  /** A walk that ends with the removal never asks for another element. */
  private static boolean leavesAfter(Statement statement) {
    return statement
        .getParentNode()
        .filter(BlockStmt.class::isInstance)
        .map(block -> ((BlockStmt) block).getStatements())
        .filter(statements -> statements.indexOf(statement) + 1 < statements.size())
        .map(statements -> statements.get(statements.indexOf(statement) + 1))
        .filter(next -> next instanceof BreakStmt || next instanceof ReturnStmt)
        .isPresent();
  }

  private static boolean same(Expression one, Expression other) {
    return Objects.equals(plain(one), plain(other));
  }

  private static String plain(Expression expression) {
    String text = expression.toString();
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }
}
