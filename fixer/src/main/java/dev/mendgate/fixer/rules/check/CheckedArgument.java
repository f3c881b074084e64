package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.Calls.Call;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an inner frame refused, in the words of an outer frame that handed it on.
 *
 * @param call the call at the outer frame
 * @param unsafe condition under which the inner frame throws
 */
record CheckedArgument(Call call, Expression unsafe) {
  private static final int MOST_FRAMES = 4;

  /** Follows the condition of the innermost throw out to the site; empty where it gets lost. */
  static Optional<CheckedArgument> at(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index < 1 || index > MOST_FRAMES) {
      return Optional.empty();
    }
    Optional<Expression> condition = thrownFor(context, frames.get(0));
    for (int i = 1; i < index && condition.isPresent(); i++) {
      Frame frame = frames.get(i);
      Optional<ParsedFile> file = context.sources().declaring(frame.className());
      CrashSite site = new CrashSite(file.map(ParsedFile::path).orElse(""), frame.line(), frame, i);
      Expression unsafe = condition.get();
      Frame inner = frames.get(i - 1);
      condition =
          file.flatMap(found -> handedOn(site, found, inner, unsafe))
              .flatMap(found -> ofParameters(found.unsafe(), found.call().node()));
    }
    return condition.flatMap(
        unsafe -> handedOn(context.site(), context.file(), frames.get(index - 1), unsafe));
  }

  private static Optional<Expression> thrownFor(RuleContext context, Frame innermost) {
    return Thrown.inside(context, innermost)
        .flatMap(
            thrown ->
                thrown.guards().stream()
                    .findFirst()
                    .filter(guard -> guard.truth() && guard.around())
                    .flatMap(guard -> ofParameters(guard.condition(), thrown.statement())));
  }

  /** Keeps a condition that asks for nothing but what the method was given. */
  private static Optional<Expression> ofParameters(Expression condition, Node within) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(within);
    boolean foreign =
        condition.findFirst(MethodCallExpr.class, call -> call.getScope().isEmpty()).isPresent()
            || condition.findFirst(Expression.class, Expression::isThisExpr).isPresent();
    boolean given =
        method.isPresent()
            && condition.findAll(NameExpr.class).stream()
                .allMatch(name -> isGiven(name.getNameAsString(), method.get()));
    return given && !foreign ? Optional.of(condition) : Optional.empty();
  }

  private static boolean isGiven(String name, CallableDeclaration<?> method) {
    return method.getParameterByName(name).isPresent()
        && method
            .findFirst(AssignExpr.class, found -> found.getTarget().toString().equals(name))
            .isEmpty()
        && method
            .findFirst(
                UnaryExpr.class,
                found ->
                    found.getExpression().toString().equals(name)
                        && found.getOperator() != UnaryExpr.Operator.MINUS)
            .isEmpty();
  }

  private static Optional<CheckedArgument> handedOn(
      CrashSite site, ParsedFile file, Frame inner, Expression unsafe) {
    List<String> parameters = new ArrayList<>();
    Optional<CallableDeclaration<?>> callee = Enclosing.callable(unsafe);
    if (callee.isEmpty()) {
      callee = Optional.ofNullable(unsafe.containsData(CALLEE) ? unsafe.getData(CALLEE) : null);
    }
    callee.ifPresent(
        found -> found.getParameters().forEach(each -> parameters.add(each.getNameAsString())));
    for (Call call : Calls.to(inner, SiteCode.at(site, file))) {
      if (call.arguments().size() == parameters.size()) {
        Optional<CallableDeclaration<?>> caller = Enclosing.callable(call.node());
        if (caller.isEmpty()) {
          continue;
        }
        Expression put = replaced(unsafe, parameters, call.arguments());
        put.setData(CALLEE, caller.get());
        return Optional.of(new CheckedArgument(call, put));
      }
    }
    return Optional.empty();
  }

  // Set on conditions that no longer stand in the tree of the method they are written for.
  private static final com.github.javaparser.ast.DataKey<CallableDeclaration<?>> CALLEE =
      new com.github.javaparser.ast.DataKey<>() {};

  private static Expression replaced(
      Expression unsafe, List<String> parameters, List<Expression> arguments) {
    EnclosedExpr holder = new EnclosedExpr(unsafe.clone());
    for (NameExpr name : holder.findAll(NameExpr.class)) {
      int at = parameters.indexOf(name.getNameAsString());
      if (at >= 0) {
        Expression argument = arguments.get(at).clone();
        boolean plain = Repeatable.is(argument) && !argument.isBinaryExpr();
        name.replace(plain ? argument : new EnclosedExpr(argument));
      }
    }
    Expression inner = holder.getInner();
    inner.setParentNode(null);
    return inner;
  }

  /** Returns the condition without the operands that cannot hold at the call. */
  List<Expression> operands() {
    return Logic.operands(unsafe, BinaryExpr.Operator.OR).stream()
        .filter(part -> !isSettled(part))
        .toList();
  }

  private boolean isSettled(Expression part) {
    if (!(part instanceof BinaryExpr test) || test.getOperator() != BinaryExpr.Operator.EQUALS) {
      return false;
    }
    return test.getRight().isNullLiteralExpr()
        && (test.getLeft().isLiteralExpr()
            || test.getLeft().isObjectCreationExpr()
            || Conditions.notNull(test.getLeft()).holdAt(call.node()));
  }

  /** Whether the condition may be evaluated before the call. */
  boolean isRepeatable() {
    return !operands().isEmpty()
        && operands().stream()
            .allMatch(
                part ->
                    part.findAll(Expression.class).stream()
                        .noneMatch(
                            inner ->
                                inner.isAssignExpr()
                                    || inner.isObjectCreationExpr()
                                    || inner instanceof MethodCallExpr && !Repeatable.is(inner)))
        && operands().stream().anyMatch(part -> part.findFirst(NameExpr.class).isPresent());
  }
}
