package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/**
 * The statement at a site that threw on purpose.
 *
 * @param file its file
 * @param statement a {@code throw}, or a call of a method that does nothing but throw
 * @param guards what decides whether it runs, nearest first
 */
record Thrown(ParsedFile file, Statement statement, List<Guard> guards) {
  Thrown {
    guards = List.copyOf(guards);
  }

  /** Finds it at the site of a context. */
  static Optional<Thrown> at(RuleContext context) {
    return context.finding(Thrown.class, () -> find(context));
  }

  private static Optional<Thrown> find(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index < 0) {
      return Optional.empty();
    }
    int line = context.site().line();
    if (index == 0) {
      return own(context.file(), line, context.failure().simpleType());
    }
    return reported(context, frames.get(index - 1), line);
  }

  /** Finds a {@code throw} at a line that creates an exception of a type. */
  static Optional<Thrown> own(ParsedFile file, int line, String simpleType) {
    return throwsAt(file, line).stream()
        .filter(found -> creates(found.getExpression(), simpleType))
        .findFirst()
        .map(found -> new Thrown(file, found, Guard.of(found)));
  }

  private static boolean creates(Expression thrown, String simpleType) {
    return thrown instanceof ObjectCreationExpr creation
        && creation.getType().getNameAsString().equals(simpleType);
  }

  private static List<ThrowStmt> throwsAt(ParsedFile file, int line) {
    return file.unit()
        .findAll(
            ThrowStmt.class,
            found ->
                found.getRange().filter(at -> at.begin.line <= line).isPresent()
                    && found.getRange().filter(at -> at.end.line >= line).isPresent());
  }

  /** A factory made the exception, or a method was called that does nothing but throw. */
  private static Optional<Thrown> reported(RuleContext context, Frame inner, int line) {
    ParsedFile file = context.file();
    Optional<ThrowStmt> made =
        throwsAt(file, line).stream().filter(found -> calls(found, inner)).findFirst();
    if (made.isPresent()) {
      return made.map(found -> new Thrown(file, found, Guard.of(found)));
    }
    if (!throwsAlways(context, inner)) {
      return Optional.empty();
    }
    return file.unit()
        .findFirst(
            ExpressionStmt.class,
            found ->
                found.getExpression() instanceof MethodCallExpr call
                    && call.getNameAsString().equals(inner.method())
                    && found.getRange().filter(at -> at.begin.line <= line).isPresent()
                    && found.getRange().filter(at -> at.end.line >= line).isPresent())
        .map(found -> new Thrown(file, found, Guard.of(found)));
  }

  private static boolean calls(Node node, Frame inner) {
    return node.findFirst(
            MethodCallExpr.class, call -> call.getNameAsString().equals(inner.method()))
        .isPresent();
  }

  private static boolean throwsAlways(RuleContext context, Frame inner) {
    return inside(context, inner)
        .filter(found -> found.guards().isEmpty())
        .flatMap(found -> Enclosing.listed(found.statement()))
        .filter(found -> Enclosing.callable(found).isPresent())
        .isPresent();
  }

  /** Finds the statement that threw in an inner frame of the same failure. */
  static Optional<Thrown> inside(RuleContext context, Frame inner) {
    if (!context.failure().frames().get(0).equals(inner)) {
      return Optional.empty();
    }
    return context
        .sources()
        .declaring(inner.className())
        .flatMap(file -> own(file, inner.line(), context.failure().simpleType()));
  }

  /** Returns the method around, where it does nothing but check its arguments for others. */
  Optional<MethodDeclaration> checker() {
    return guards.isEmpty()
        ? Optional.empty()
        : Enclosing.callable(statement)
            .filter(MethodDeclaration.class::isInstance)
            .map(MethodDeclaration.class::cast)
            .filter(method -> method.isStatic() && method.getType().isVoidType())
            .filter(
                method ->
                    method.getBody().orElseThrow().getStatements().stream()
                        .allMatch(IfStmt.class::isInstance));
  }
}
