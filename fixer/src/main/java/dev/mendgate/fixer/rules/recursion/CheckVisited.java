package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks the collection of what was visited that a recursive method passes on but never looks at. */
@AutoService(Rule.class)
public final class CheckVisited implements Rule {
  private static final Pattern COLLECTION =
      Pattern.compile("(?:java\\.util\\.)?(Collection|Set|HashSet|List|LinkedHashSet)<(.*)>");

  private static final double CONFIDENCE = 0.82;

  @Override
  public String name() {
    return "check-visited";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return Cycle.method(context).stream()
        .flatMap(method -> unread(method).flatMap(seen -> fixes(context, method, seen)))
        .toList();
  }

  /** Returns parameters that are collections and are passed on to the method itself, no more. */
  private static Stream<Parameter> unread(MethodDeclaration method) {
    List<MethodCallExpr> calls = Cycle.selfCalls(method);
    return method.getParameters().stream()
        .filter(parameter -> COLLECTION.matcher(parameter.getTypeAsString()).matches())
        .filter(parameter -> !calls.isEmpty())
        .filter(parameter -> uses(method, parameter).allMatch(use -> isArgument(use, calls)));
  }

  private static Stream<NameExpr> uses(MethodDeclaration method, Parameter parameter) {
    return method.findAll(NameExpr.class).stream()
        .filter(use -> use.getNameAsString().equals(parameter.getNameAsString()));
  }

  private static boolean isArgument(NameExpr use, List<MethodCallExpr> calls) {
    return calls.stream().anyMatch(call -> call.getArguments().stream().anyMatch(a -> a == use));
  }

  private Stream<CandidateFix> fixes(
      RuleContext context, MethodDeclaration method, Parameter seen) {
    Matcher type = COLLECTION.matcher(seen.getTypeAsString());
    if (!type.matches()) {
      return Stream.empty();
    }
    String element = Types.erase(type.group(2)).replaceFirst("^\\?(extends|super)", "");
    boolean set = type.group(1).endsWith("Set");
    Stream<Visit> locals =
        method.findAll(VariableDeclarator.class).stream()
            .filter(local -> Types.erase(local.getTypeAsString()).equals(element))
            .flatMap(local -> visit(method, local).stream());
    return Stream.concat(locals, visits(method, element))
        .limit(2)
        .map(visit -> fix(context, method, seen, visit, set));
  }

  /**
   * A place where it is known what is visited.
   *
   * @param name variable that holds it
   * @param at statement the check stands before, or behind
   * @param result source of what is returned for the second visit; empty for void
   */
  private record Visit(String name, Statement at, boolean behind, String result, Effect effect) {}

  private static Optional<Visit> visit(MethodDeclaration method, VariableDeclarator local) {
    String origin =
        local
            .getInitializer()
            .map(CheckVisited::withoutCast)
            .filter(Expression::isNameExpr)
            .map(Expression::toString)
            .orElse("");
    Result result = Result.of(method, origin);
    return Enclosing.listed(local)
        .filter(Statement::isExpressionStmt)
        .filter(statement -> statement.getParentNode().orElse(null) instanceof BlockStmt)
        .map(at -> new Visit(local.getNameAsString(), at, true, result.text(), result.effect()));
  }

  private static Stream<Visit> visits(MethodDeclaration method, String element) {
    Optional<Statement> first = method.getBody().flatMap(body -> body.getStatements().getFirst());
    return method.getParameters().stream()
        .filter(parameter -> Types.erase(parameter.getTypeAsString()).equals(element))
        .flatMap(
            parameter -> {
              Result result = Result.of(method, parameter.getNameAsString());
              return first.stream()
                  .map(
                      at ->
                          new Visit(
                              parameter.getNameAsString(),
                              at,
                              false,
                              result.text(),
                              result.effect()));
            });
  }

  private static Expression withoutCast(Expression value) {
    return value instanceof CastExpr cast ? cast.getExpression() : value;
  }

  private CandidateFix fix(
      RuleContext context, MethodDeclaration method, Parameter seen, Visit visit, boolean set) {
    ParsedFile file = context.file();
    Style style = Style.of(file);
    String indentation = file.indentation(visit.at().getRange().orElseThrow().begin.line);
    String visited = seen.getNameAsString();
    String condition =
        set
            ? "!" + visited + ".add(" + visit.name() + ")"
            : visited + ".contains(" + visit.name() + ")";
    String leave = ("return " + visit.result()).strip() + ";";
    String check = style.ifBlock(indentation, condition, List.of(leave));
    String added =
        set
            ? check
            : check + style.lineEnding() + indentation + visited + ".add(" + visit.name() + ");";
    int at = visit.behind() ? file.end(visit.at()) : file.start(visit.at());
    String gap = style.lineEnding() + indentation;
    NodeEdits edits =
        new NodeEdits(file).replace(at, at, visit.behind() ? gap + added : added + gap);
    return new CandidateFix(
        name(),
        "Stop %s where it comes back to a %s".formatted(method.getNameAsString(), visit.name()),
        ("At %s:%d `%s` calls itself without end: it passes `%s` on to itself, but neither looks at it nor adds"
                + " to it. From now on `%s` is added there, and a second visit ends with `%s`; input without a"
                + " cycle is handled as before, unless the same element is reached on two ways.")
            .formatted(
                file.path(),
                context.site().line(),
                method.getNameAsString(),
                visited,
                visit.name(),
                leave),
        Risk.MEDIUM,
        CONFIDENCE,
        null,
        visit.effect(),
        List.of(edits.toFileEdit()));
  }
}
