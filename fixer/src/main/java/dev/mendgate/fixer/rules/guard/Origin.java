package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.ExpressionTypes.Callee;
import java.util.List;
import java.util.Optional;

/** Says in words where the value behind a hazard comes from. */
final class Origin {
  private Origin() {}

  /** Returns a clause that continues the sentence on the hazard; empty where nothing is known. */
  static String of(Hazard hazard) {
    return of(hazard, hazard.subject()).map(text -> ": " + text).orElse("");
  }

  private static Optional<String> of(Hazard hazard, Expression subject) {
    if (subject instanceof MethodCallExpr call) {
      return returned(hazard, call);
    }
    if (!(subject instanceof NameExpr name)) {
      return Optional.empty();
    }
    Optional<Variable> variable = hazard.types().variable(name);
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    if (variable.get().kind() == Kind.PARAMETER) {
      return Optional.of("it is a parameter" + caller(hazard));
    }
    if (variable.get().kind() == Kind.FIELD) {
      return Optional.of("it is a field");
    }
    return variable.get().node() instanceof VariableDeclarator declarator
        ? declarator
            .getInitializer()
            .filter(Expression::isMethodCallExpr)
            .flatMap(value -> returned(hazard, value.asMethodCallExpr()))
        : Optional.empty();
  }

  private static String caller(Hazard hazard) {
    CrashSite site = hazard.context().site();
    List<Frame> frames = hazard.context().failure().frames();
    int next = frames.indexOf(site.frame()) + 1;
    if (next == 0 || next == frames.size()) {
      return "";
    }
    Frame frame = frames.get(next);
    String at = frame.line() > 0 ? ", line " + frame.line() : "";
    return " that `" + frame.className() + "." + frame.method() + "`" + at + ", passed in";
  }

  private static Optional<String> returned(Hazard hazard, MethodCallExpr call) {
    return hazard.types().callees(call).stream()
        .flatMap(callee -> nullReturns(callee).stream().map(found -> describe(callee, found)))
        .findFirst();
  }

  static List<ReturnStmt> nullReturns(Callee callee) {
    return callee
        .method()
        .findAll(
            ReturnStmt.class,
            found -> found.getExpression().filter(Expression::isNullLiteralExpr).isPresent());
  }

  private static String describe(Callee callee, ReturnStmt found) {
    int line = found.getRange().orElseThrow().begin.line;
    return "`%s` returns null at %s:%d"
        .formatted(callee.method().getNameAsString(), callee.file().path(), line);
  }
}
