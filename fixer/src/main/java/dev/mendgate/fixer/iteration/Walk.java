package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.mendgate.fixer.field.Scopes;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop that walks a collection with an iterator, written out or not.
 *
 * @param loop the statement
 * @param body what it repeats
 * @param source what is walked: a collection, or a view such as {@code map.keySet()}
 * @param element the variable that holds the current element; null where there is none
 * @param iterator name of the iterator's variable; null in an enhanced {@code for}
 */
public record Walk(
    Statement loop,
    Statement body,
    Expression source,
    @Nullable VariableDeclarator element,
    @Nullable String iterator) {
  private static final Set<String> VIEWS = Set.of("keySet", "values", "entrySet");

  /** Finds the innermost loop that asks its iterator for the next element at a line. */
  public static Optional<Walk> at(CompilationUnit unit, int line) {
    return unit.findAll(Statement.class).stream()
        .filter(statement -> covers(statement, line))
        .sorted(Comparator.comparingInt(Walk::lines))
        .flatMap(statement -> of(statement, line).stream())
        .findFirst();
  }

  private static Optional<Walk> of(Statement statement, int line) {
    if (statement instanceof ForEachStmt loop) {
      boolean inHeader = line <= loop.getIterable().getRange().orElseThrow().end.line;
      return inHeader
          ? Optional.of(
              new Walk(
                  loop,
                  loop.getBody(),
                  loop.getIterable(),
                  loop.getVariable().getVariable(0),
                  null))
          : Optional.empty();
    }
    return body(statement).flatMap(body -> explicit(statement, body, line));
  }

  private static Optional<Statement> body(Statement loop) {
    if (loop instanceof ForStmt found) {
      return Optional.of(found.getBody());
    }
    if (loop instanceof WhileStmt found) {
      return Optional.of(found.getBody());
    }
    return loop instanceof DoStmt found ? Optional.of(found.getBody()) : Optional.empty();
  }

  private static Optional<Walk> explicit(Statement loop, Statement body, int line) {
    return loop.findAll(MethodCallExpr.class).stream()
        .filter(call -> covers(call, line))
        .filter(call -> call.getNameAsString().equals("next") && call.getArguments().isEmpty())
        .filter(call -> call.getScope().filter(NameExpr.class::isInstance).isPresent())
        .flatMap(call -> explicit(loop, body, call).stream())
        .findFirst();
  }

  private static Optional<Walk> explicit(Statement loop, Statement body, MethodCallExpr next) {
    String iterator = next.getScope().orElseThrow().asNameExpr().getNameAsString();
    return Scopes.declaration(iterator, next)
        .filter(VariableDeclarator.class::isInstance)
        .flatMap(declared -> ((VariableDeclarator) declared).getInitializer())
        .filter(MethodCallExpr.class::isInstance)
        .map(Expression::asMethodCallExpr)
        .filter(call -> call.getNameAsString().equals("iterator") && call.getArguments().isEmpty())
        .flatMap(MethodCallExpr::getScope)
        .map(source -> new Walk(loop, body, source, held(next), iterator));
  }

  private static @Nullable VariableDeclarator held(MethodCallExpr next) {
    Node parent = next.getParentNode().orElse(null);
    while (parent instanceof CastExpr || parent instanceof EnclosedExpr) {
      parent = parent.getParentNode().orElse(null);
    }
    return parent instanceof VariableDeclarator variable ? variable : null;
  }

  /** Returns the collection itself: {@code map} for a walk over {@code map.keySet()}. */
  public Expression collection() {
    return source instanceof MethodCallExpr call && view().isPresent()
        ? call.getScope().orElseThrow()
        : source;
  }

  /** Returns the name of the map's view that is walked; empty where a collection is. */
  public Optional<String> view() {
    return source instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && call.getScope().isPresent()
            && VIEWS.contains(call.getNameAsString())
        ? Optional.of(call.getNameAsString())
        : Optional.empty();
  }

  private static boolean covers(Node node, int line) {
    return node.getRange()
        .filter(range -> range.begin.line <= line && line <= range.end.line)
        .isPresent();
  }

  private static int lines(Node node) {
    return node.getRange().map(range -> range.end.line - range.begin.line).orElse(0);
  }
}
