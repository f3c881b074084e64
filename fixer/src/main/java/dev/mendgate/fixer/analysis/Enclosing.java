package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.Optional;

/**
 * Finds what a node stands in, never looking out of the method, lambda or class body it runs in.
 */
public final class Enclosing {
  private Enclosing() {}

  /**
   * Returns the method or constructor whose code runs the node; empty in a lambda or initializer.
   */
  public static Optional<CallableDeclaration<?>> callable(Node node) {
    return boundary(node)
        .filter(CallableDeclaration.class::isInstance)
        .map(found -> (CallableDeclaration<?>) found);
  }

  /** Returns the innermost statement around the node, the node itself included. */
  public static Optional<Statement> statement(Node node) {
    for (Node at = node; !isBoundary(at); at = at.getParentNode().orElseThrow()) {
      if (at instanceof Statement statement) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  /** Returns the innermost statement around the node that stands in a block or switch entry. */
  public static Optional<Statement> listed(Node node) {
    for (Node at = node; !isBoundary(at); at = at.getParentNode().orElseThrow()) {
      Node parent = at.getParentNode().orElse(null);
      boolean inList = parent instanceof BlockStmt || parent instanceof SwitchEntry;
      if (inList && at instanceof Statement statement) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  /** Returns the innermost loop whose body, not its header, holds the node. */
  public static Optional<Statement> loop(Node node) {
    Node child = node;
    for (Node at = node; !isBoundary(at); at = at.getParentNode().orElseThrow()) {
      if (at != child && isBody(at, child)) {
        return Optional.of((Statement) at);
      }
      child = at;
    }
    return Optional.empty();
  }

  /** Returns the outermost expression around the node. */
  public static Expression outermost(Expression expression) {
    Expression top = expression;
    while (top.getParentNode().orElse(null) instanceof Expression parent && !isBoundary(parent)) {
      top = parent;
    }
    return top;
  }

  /** Returns the method, constructor, lambda or other member that runs the node. */
  public static Optional<Node> boundary(Node node) {
    Node at = node;
    while (!isBoundary(at)) {
      Optional<Node> parent = at.getParentNode();
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      at = parent.get();
    }
    return Optional.of(at);
  }

  private static boolean isBody(Node loop, Node child) {
    return (loop instanceof ForStmt counted && counted.getBody() == child)
        || (loop instanceof ForEachStmt each && each.getBody() == child)
        || (loop instanceof WhileStmt repeated && repeated.getBody() == child)
        || (loop instanceof DoStmt repeated && repeated.getBody() == child);
  }

  private static boolean isBoundary(Node node) {
    return node instanceof BodyDeclaration
        || node instanceof LambdaExpr
        || node.getParentNode().isEmpty();
  }
}
