package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps a whole number from being divided by zero. */
@AutoService(Rule.class)
public final class GuardZeroDivisor implements Rule {
  private static final Set<String> CALLS =
      Set.of("divide", "mod", "remainder", "divideAndRemainder", "floorMod", "floorDiv");

  @Override
  public String name() {
    return "guard-zero-divisor";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    String message = String.valueOf(context.failure().message()).toLowerCase(Locale.ROOT);
    boolean zero = message.contains("zero") || message.contains("division undefined");
    if (!context.failure().simpleType().equals("ArithmeticException") || !zero) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return code.nodes(Expression.class).stream()
        .flatMap(found -> hazard(context, found, code.weight(found)))
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .limit(2)
        .flatMap(hazard -> GuardBounds.general(hazard).map(draft -> hazard.fix(name(), draft)))
        .toList();
  }

  private static Stream<Hazard> hazard(RuleContext context, Expression found, double weight) {
    ExpressionTypes types = ExpressionTypes.of(context);
    if (found instanceof BinaryExpr binary && divides(binary)) {
      return integral(binary.getRight(), types) && integral(binary.getLeft(), types)
          ? Stream.of(primitive(context, binary.getRight(), binary, weight))
          : Stream.empty();
    }
    if (found instanceof AssignExpr assignment && divides(assignment)) {
      return integral(assignment.getValue(), types)
          ? Stream.of(primitive(context, assignment.getValue(), assignment, weight))
          : Stream.empty();
    }
    return found instanceof MethodCallExpr call
        ? ofCall(context, call, types, weight)
        : Stream.empty();
  }

  private static Stream<Hazard> ofCall(
      RuleContext context, MethodCallExpr call, ExpressionTypes types, double weight) {
    boolean divides = CALLS.contains(call.getNameAsString()) && !call.getArguments().isEmpty();
    if (!divides || call.getScope().isEmpty()) {
      return Stream.empty();
    }
    Expression divisor = call.getArgument(call.getNameAsString().startsWith("floor") ? 1 : 0);
    boolean big =
        types.of(divisor).filter(type -> type.matches("(.*\\.)?Big(Integer|Decimal)")).isPresent();
    if (big) {
      String text = context.file().textOf(divisor) + ".signum()";
      return Stream.of(made(context, divisor, call, text, weight));
    }
    return call.getNameAsString().startsWith("floor")
        ? Stream.of(primitive(context, divisor, call, weight))
        : Stream.empty();
  }

  private static boolean divides(BinaryExpr binary) {
    return (binary.getOperator() == BinaryExpr.Operator.DIVIDE
            || binary.getOperator() == BinaryExpr.Operator.REMAINDER)
        && !binary.getRight().isLiteralExpr();
  }

  private static boolean divides(AssignExpr assignment) {
    return (assignment.getOperator() == AssignExpr.Operator.DIVIDE
            || assignment.getOperator() == AssignExpr.Operator.REMAINDER)
        && !assignment.getValue().isLiteralExpr();
  }

  /** Fractions are divided by zero without an exception. */
  private static boolean integral(Expression operand, ExpressionTypes types) {
    return types.of(operand).map(type -> !type.matches("(?i)float|double|String")).orElse(true);
  }

  private static Hazard primitive(
      RuleContext context, Expression divisor, Node use, double weight) {
    String text = context.file().textOf(divisor);
    return made(context, divisor, use, text, weight);
  }

  private static Hazard made(
      RuleContext context, Expression divisor, Node use, String text, double weight) {
    String unsafe = text + " == 0";
    String safe = text + " != 0";
    return new Hazard(
        context,
        Hazard.Kind.EMPTY,
        divisor,
        List.of(divisor),
        use,
        unsafe,
        safe,
        new Conditions(
            Set.of(safe, text + " > 0"), Set.of(unsafe, text + " <= 0"), divisor.toString()),
        "`" + context.file().textOf(divisor) + "` is zero",
        weight);
  }
}
