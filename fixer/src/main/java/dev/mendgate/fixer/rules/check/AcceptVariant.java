package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.NodeEdits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets a reader of text accept what it was given beside what it accepts already. */
@AutoService(Rule.class)
public final class AcceptVariant implements Rule {
  private static final Set<String> TESTS = Set.of("startsWith", "endsWith", "equals");
  private static final double OTHER_CASE = 0.85;
  private static final double OTHER_CHARACTER = 0.56;

  @Override
  public String name() {
    return "accept-variant";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<Thrown> thrown = Thrown.at(context);
    Optional<CallableDeclaration<?>> method =
        thrown.flatMap(found -> Enclosing.callable(found.statement()));
    if (thrown.isEmpty() || method.isEmpty()) {
      return List.of();
    }
    Collection<String> values =
        MessageValues.of(context.failure().message(), thrown.get().statement()).byText().values();
    List<CandidateFix> fixes = new ArrayList<>(otherCase(context, method.get(), values));
    fixes.addAll(otherCharacter(context, thrown.get(), method.get(), values));
    return fixes;
  }

  private List<CandidateFix> otherCase(
      RuleContext context, CallableDeclaration<?> method, Collection<String> values) {
    return method.findAll(MethodCallExpr.class).stream()
        .filter(test -> isTest(test) && values.stream().anyMatch(value -> misses(test, value)))
        .map(AcceptVariant::chain)
        .distinct()
        .flatMap(chain -> widened(context, chain).stream())
        .limit(2)
        .toList();
  }

  private static boolean isTest(Expression expression) {
    return expression instanceof MethodCallExpr call
        && TESTS.contains(call.getNameAsString())
        && call.getScope().filter(Expression::isNameExpr).isPresent()
        && call.getArguments().size() == 1
        && call.getArgument(0) instanceof StringLiteralExpr text
        && !flipped(text.asString()).equals(text.asString());
  }

  /** Whether a value is refused for nothing but the case of its letters. */
  private static boolean misses(MethodCallExpr test, String value) {
    String wanted = test.getArgument(0).asStringLiteralExpr().asString();
    String other = flipped(wanted);
    return switch (test.getNameAsString()) {
      case "startsWith" -> value.startsWith(other);
      case "endsWith" -> value.endsWith(other);
      default -> value.equals(other);
    };
  }

  private static String flipped(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }

  /** Returns the longest {@code a || b} an operand belongs to, or the operand. */
  private static Expression chain(Expression operand) {
    Expression at = operand;
    while (at.getParentNode().orElse(null) instanceof BinaryExpr parent
        && parent.getOperator() == BinaryExpr.Operator.OR) {
      at = parent;
    }
    return at;
  }

  private Optional<CandidateFix> widened(RuleContext context, Expression chain) {
    List<Expression> operands = Logic.operands(chain, BinaryExpr.Operator.OR);
    List<String> known = operands.stream().map(Expression::toString).toList();
    List<String> added =
        operands.stream()
            .filter(AcceptVariant::isTest)
            .map(test -> variant((MethodCallExpr) test))
            .filter(text -> !known.contains(text))
            .toList();
    if (added.isEmpty()) {
      return Optional.empty();
    }
    Node parent = chain.getParentNode().orElse(chain);
    boolean wrapped = parent instanceof Expression && !(parent instanceof EnclosedExpr);
    String text = context.file().textOf(chain) + " || " + String.join(" || ", added);
    return Optional.of(
        fix(
            context,
            "Accept the other case, too: " + String.join(", ", added),
            "`%s` is accepted as `%s` is".formatted(String.join(" || ", added), chain),
            Risk.LOW,
            OTHER_CASE,
            new NodeEdits(context.file()).replace(chain, wrapped ? "(" + text + ")" : text)));
  }

  private static String variant(MethodCallExpr test) {
    String text = test.getArgument(0).asStringLiteralExpr().getValue();
    return "%s.%s(\"%s\")"
        .formatted(test.getScope().orElseThrow(), test.getNameAsString(), flipped(text));
  }

  /** Exempts a character that the method knows from a test of a class of characters. */
  private List<CandidateFix> otherCharacter(
      RuleContext context,
      Thrown thrown,
      CallableDeclaration<?> method,
      Collection<String> values) {
    List<CandidateFix> fixes = new ArrayList<>();
    for (Guard guard : thrown.guards()) {
      Optional<NameExpr> tested = tested(guard.condition());
      if (tested.isEmpty() || !guard.truth()) {
        continue;
      }
      for (String literal : known(method, values)) {
        String extra = tested.get() + " != " + literal;
        if (!guard.condition().toString().contains(extra)) {
          fixes.add(exempt(context, guard.condition(), extra));
        }
      }
    }
    return fixes.stream().limit(2).toList();
  }

  private static Optional<NameExpr> tested(Expression condition) {
    return condition
        .findFirst(
            MethodCallExpr.class,
            call ->
                call.getScope().filter(scope -> scope.toString().equals("Character")).isPresent()
                    && call.getNameAsString().startsWith("is")
                    && call.getArguments().size() == 1
                    && call.getArgument(0).isNameExpr())
        .map(call -> call.getArgument(0).asNameExpr());
  }

  private static List<String> known(CallableDeclaration<?> method, Collection<String> values) {
    return method.findAll(CharLiteralExpr.class).stream()
        .filter(found -> !Character.isLetterOrDigit(found.asChar()))
        .filter(
            found ->
                values.stream()
                    .anyMatch(
                        value ->
                            value.endsWith(String.valueOf(found.asChar()))
                                || value.startsWith(String.valueOf(found.asChar()))))
        .map(CharLiteralExpr::toString)
        .distinct()
        .toList();
  }

  private CandidateFix exempt(RuleContext context, Expression condition, String extra) {
    boolean wrapped =
        condition instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.OR;
    String text = context.file().textOf(condition);
    String whole = (wrapped ? "(" + text + ")" : text) + " && " + extra;
    return fix(
        context,
        "Treat it apart only where " + extra,
        "the condition no longer holds for that character, which the method knows elsewhere",
        Risk.MEDIUM,
        OTHER_CHARACTER,
        new NodeEdits(context.file()).replace(condition, whole));
  }

  private CandidateFix fix(
      RuleContext context,
      String title,
      String change,
      Risk risk,
      double confidence,
      NodeEdits edits) {
    return new CandidateFix(
        name(),
        title,
        "At %s:%d the text that the message quotes is refused. From now on %s."
            .formatted(context.file().path(), context.site().line(), change),
        risk,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }
}
