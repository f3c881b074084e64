package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.Optional;

/** Finds what a simple name stands for at a place, by the scoping of Java's blocks and classes. */
public final class Scopes {
  private Scopes() {}

  /**
   * Returns the declaration a simple name has at a node: a {@link VariableDeclarator} of a local
   * variable or a field, a {@link Parameter}, or a {@link TypePatternExpr}. Empty where no type of
   * the file declares it, as with inherited fields.
   */
  public static Optional<Node> declaration(String name, Node at) {
    Node child = at;
    for (Node scope = parent(at); scope != null; child = scope, scope = parent(scope)) {
      Optional<Node> found = declaredIn(scope, child, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns whether a name is free for a new local variable or parameter around a node. */
  public static boolean isFree(String name, Node at) {
    Node around = at;
    for (Node scope = at; scope != null; scope = parent(scope)) {
      if (scope instanceof BodyDeclaration<?> && !(scope instanceof TypeDeclaration<?>)) {
        around = scope;
      }
    }
    return around.findAll(com.github.javaparser.ast.expr.SimpleName.class).stream()
        .noneMatch(used -> used.getIdentifier().equals(name));
  }

  private static Optional<Node> declaredIn(Node scope, Node child, String name) {
    if (scope instanceof BlockStmt block) {
      return local(block.getStatements(), child, name);
    }
    if (scope instanceof SwitchEntry entry
        && child instanceof Statement
        && scope.getParentNode().isPresent()) {
      return local(entry.getStatements(), child, name);
    }
    if (scope instanceof CallableDeclaration<?> callable) {
      return named(callable.getParameters(), name).or(() -> pattern(scope, name));
    }
    if (scope instanceof LambdaExpr lambda) {
      return named(lambda.getParameters(), name);
    }
    if (scope instanceof CatchClause clause) {
      return named(List.of(clause.getParameter()), name);
    }
    return headed(scope, name).or(() -> field(scope, name));
  }

  private static Optional<Node> headed(Node scope, String name) {
    if (scope instanceof ForStmt loop) {
      return in(loop.getInitialization(), name);
    }
    if (scope instanceof ForEachStmt loop) {
      return in(List.of(loop.getVariable()), name);
    }
    if (scope instanceof TryStmt statement) {
      return in(statement.getResources(), name);
    }
    return Optional.empty();
  }

  private static Optional<Node> field(Node scope, String name) {
    return members(scope).stream()
        .flatMap(
            member ->
                member instanceof FieldDeclaration field
                    ? field.getVariables().stream()
                    : java.util.stream.Stream.empty())
        .filter(variable -> variable.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  /** Returns the members of a type or of an anonymous class; none for other nodes. */
  static List<BodyDeclaration<?>> members(Node scope) {
    if (scope instanceof TypeDeclaration<?> type) {
      return type.getMembers();
    }
    if (scope instanceof ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().orElseGet(NodeList::new);
    }
    return List.of();
  }

  private static Optional<Node> local(List<Statement> statements, Node child, String name) {
    return statements.stream()
        .takeWhile(statement -> statement != child)
        .flatMap(
            statement ->
                statement instanceof ExpressionStmt line
                    ? in(List.of(line.getExpression()), name).stream()
                    : java.util.stream.Stream.empty())
        .reduce((first, second) -> second);
  }

  private static Optional<Node> in(List<? extends Expression> declarations, String name) {
    return declarations.stream()
        .filter(VariableDeclarationExpr.class::isInstance)
        .flatMap(declaration -> ((VariableDeclarationExpr) declaration).getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  private static Optional<Node> named(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> ((NodeWithSimpleName<?>) parameter).getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  private static Optional<Node> pattern(Node callable, String name) {
    return callable.findAll(TypePatternExpr.class).stream()
        .filter(pattern -> pattern.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  private static com.github.javaparser.ast.@org.jspecify.annotations.Nullable Node parent(
      Node node) {
    return node.getParentNode().orElse(null);
  }
}
