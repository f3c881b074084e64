package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.edit.NodeEdits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the limit for a number that is beyond it, where the method throws instead. */
@AutoService(Rule.class)
public final class ClampInsteadOfThrow implements Rule {
  private static final Set<String> WHOLE = Set.of("int", "long", "short", "byte");
  private static final Set<String> FRACTIONS = Set.of("double", "float");
  private static final double BETWEEN_VALUES = 0.57;
  private static final double CONSTANT = 0.4;

  @Override
  public String name() {
    return "clamp-instead-of-throw";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<Thrown> thrown = Thrown.at(context);
    Optional<BinaryExpr> test =
        thrown
            .flatMap(found -> found.guards().stream().findFirst())
            .filter(guard -> guard.isOnlyFor(thrown.get().statement()))
            .map(guard -> Logic.bare(guard.condition()))
            .filter(BinaryExpr.class::isInstance)
            .map(BinaryExpr.class::cast);
    if (test.isEmpty()) {
      return List.of();
    }
    return limited(context, test.get())
        .map(assignment -> List.of(fix(context, thrown.get(), test.get(), assignment)))
        .orElse(List.of());
  }

  /** Returns the assignment that mends the number. */
  private static Optional<String> limited(RuleContext context, BinaryExpr test) {
    ExpressionTypes types = ExpressionTypes.of(context);
    return limit(context, types, test.getLeft(), test.getOperator(), test.getRight())
        .or(() -> limit(context, types, test.getRight(), mirrored(test), test.getLeft()));
  }

  private static BinaryExpr.Operator mirrored(BinaryExpr test) {
    return switch (test.getOperator()) {
      case LESS -> BinaryExpr.Operator.GREATER;
      case LESS_EQUALS -> BinaryExpr.Operator.GREATER_EQUALS;
      case GREATER -> BinaryExpr.Operator.LESS;
      case GREATER_EQUALS -> BinaryExpr.Operator.LESS_EQUALS;
      default -> test.getOperator();
    };
  }

  private static Optional<String> limit(
      RuleContext context,
      ExpressionTypes types,
      Expression number,
      BinaryExpr.Operator operator,
      Expression limit) {
    Optional<String> type = types.of(number);
    Optional<String> bound = types.of(limit);
    boolean whole = type.filter(WHOLE::contains).isPresent() && type.equals(bound);
    boolean fraction = type.filter(FRACTIONS::contains).isPresent();
    if (!(whole || fraction)
        || !(number instanceof NameExpr name)
        || !isAssignable(types, name)
        || !Repeatable.is(limit)) {
      return Optional.empty();
    }
    String text = context.file().textOf(limit);
    Optional<String> value =
        switch (operator) {
          case LESS, GREATER -> Optional.of(text);
          case LESS_EQUALS -> Optional.of(beside(limit, text, 1)).filter(found -> whole);
          case GREATER_EQUALS -> Optional.of(beside(limit, text, -1)).filter(found -> whole);
          default -> Optional.empty();
        };
    return value.map(found -> name + " = " + found + ";");
  }

  private static String beside(Expression limit, String text, int step) {
    if (limit.isIntegerLiteralExpr()) {
      return String.valueOf(limit.asIntegerLiteralExpr().asNumber().longValue() + step);
    }
    return text + (step > 0 ? " + 1" : " - 1");
  }

  private static boolean isAssignable(ExpressionTypes types, NameExpr name) {
    Optional<Variable> variable = types.variable(name);
    return variable.filter(found -> found.kind() != Kind.FIELD).isPresent()
        && !isFinal(variable.get().node());
  }

  private static boolean isFinal(Node variable) {
    Node declared =
        variable instanceof VariableDeclarator
            ? variable.getParentNode().orElse(variable)
            : variable;
    return declared instanceof NodeWithModifiers<?> modified
        && modified.hasModifier(Modifier.Keyword.FINAL);
  }

  private CandidateFix fix(RuleContext context, Thrown thrown, BinaryExpr test, String assignment) {
    boolean constant = test.getRight().isLiteralExpr() || test.getLeft().isLiteralExpr();
    return new CandidateFix(
        name(),
        "Limit instead of throw: " + assignment.replace(";", ""),
        "At %s:%d a number beyond its limit, `%s`, makes the method throw %s. From now on it goes on with `%s`; callers get a result for that number instead of the exception."
            .formatted(
                context.file().path(),
                context.site().line(),
                test,
                context.failure().simpleType(),
                assignment.replace(";", "")),
        Risk.MEDIUM,
        constant ? CONSTANT : BETWEEN_VALUES,
        null,
        Effect.DEFAULTS,
        List.of(new NodeEdits(thrown.file()).replace(thrown.statement(), assignment).toFileEdit()));
  }
}
