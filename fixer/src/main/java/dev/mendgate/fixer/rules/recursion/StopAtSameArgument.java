package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ends a recursion whose next step is the one it is at: an object that refers to itself. */
@AutoService(Rule.class)
public final class StopAtSameArgument implements Rule {
  private static final double LOCAL = 0.56;
  private static final double EXPRESSION = 0.5;

  @Override
  public String name() {
    return "stop-at-same-argument";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<CandidateFix> fixes = new ArrayList<>();
    Cycle.method(context)
        .ifPresent(
            method ->
                Cycle.selfCalls(method).stream()
                    .filter(call -> isAtSite(call, context))
                    .forEach(call -> add(fixes, context, method, call)));
    return fixes;
  }

  private static boolean isAtSite(MethodCallExpr call, RuleContext context) {
    int line = context.site().line();
    return Enclosing.listed(call)
        .flatMap(statement -> statement.getRange())
        .filter(at -> at.begin.line <= line && line <= at.end.line)
        .isPresent();
  }

  /** One argument moves on, all others are passed on as they came. */
  private void add(
      List<CandidateFix> fixes,
      RuleContext context,
      MethodDeclaration method,
      MethodCallExpr call) {
    int moving = -1;
    for (int i = 0; i < call.getArguments().size(); i++) {
      if (!Cycle.isPassedOn(call.getArgument(i), method.getParameter(i))) {
        if (moving >= 0) {
          return;
        }
        moving = i;
      }
    }
    if (moving >= 0) {
      Parameter parameter = method.getParameter(moving);
      Expression next = call.getArgument(moving);
      boolean reference = parameter.getType().isReferenceType();
      if (reference && Repeatable.is(next) && isReady(next, call) && !isCompared(next, parameter)) {
        fixes.add(fix(context, method, call, parameter, next));
      }
    }
  }

  /** The names in the next step must mean the same before the statement. */
  private static boolean isReady(Expression next, MethodCallExpr call) {
    Statement statement = Enclosing.listed(call).orElse(null);
    return statement != null
        && statement.getParentNode().orElse(null) instanceof BlockStmt
        && next.findAll(NameExpr.class).stream()
            .allMatch(
                name ->
                    Declarations.find(name.getNameAsString(), name)
                        .map(
                            here ->
                                here.kind() == Kind.FIELD
                                    || Declarations.find(name.getNameAsString(), statement)
                                        .filter(there -> there.node() == here.node())
                                        .isPresent())
                        .orElse(true));
  }

  private static boolean isCompared(Expression next, Parameter parameter) {
    Set<String> sides = Set.of(next.toString(), parameter.getNameAsString());
    return sides.size() < 2
        || Enclosing.boundary(next).stream()
            .flatMap(body -> body.findAll(BinaryExpr.class).stream())
            .anyMatch(
                test ->
                    sides.contains(test.getLeft().toString())
                        && sides.contains(test.getRight().toString()));
  }

  private CandidateFix fix(
      RuleContext context,
      MethodDeclaration method,
      MethodCallExpr call,
      Parameter parameter,
      Expression next) {
    ParsedFile file = context.file();
    Style style = Style.of(file);
    Statement statement = Enclosing.listed(call).orElseThrow();
    String indentation = file.indentation(statement.getRange().orElseThrow().begin.line);
    Result result = Result.of(method, parameter.getNameAsString());
    String condition = file.textOf(next) + " == " + parameter.getNameAsString();
    String leave = ("return " + result.text()).strip() + ";";
    int at = file.start(statement);
    return new CandidateFix(
        name(),
        "Stop %s where %s".formatted(method.getNameAsString(), condition),
        ("At %s:%d `%s` calls itself with `%s` for `%s`, all else unchanged, until the stack is full: an object"
                + " that leads to itself never ends. From now on the method ends with `%s` where the next step"
                + " is the same object; cycles over more than one object are not ended by this.")
            .formatted(
                file.path(),
                context.site().line(),
                method.getNameAsString(),
                file.textOf(next),
                parameter.getNameAsString(),
                leave),
        Risk.MEDIUM,
        next.isNameExpr() ? LOCAL : EXPRESSION,
        null,
        result.effect(),
        List.of(
            new NodeEdits(file)
                .replace(
                    at,
                    at,
                    style.ifBlock(indentation, condition, List.of(leave))
                        + style.lineEnding()
                        + indentation)
                .toFileEdit()));
  }
}
