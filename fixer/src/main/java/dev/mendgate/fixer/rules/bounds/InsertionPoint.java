package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the result of a binary search as a place to insert only where nothing was found. */
@AutoService(Rule.class)
public final class InsertionPoint implements Rule {
  private static final double CONFIDENCE = 0.74;

  @Override
  public String name() {
    return "insertion-point";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return FailedAccess.find(context).stream()
        .filter(access -> access.side() == Side.NEGATIVE)
        .flatMap(
            access -> decoded(access.use().index()).stream().flatMap(n -> mend(context, access, n)))
        .map(mend -> mend.fix(name(), context))
        .toList();
  }

  private static Stream<Mend> mend(RuleContext context, FailedAccess access, NameExpr found) {
    Expression index = access.use().index();
    String decoded = context.file().textOf(index);
    String text = "%s < 0 ? %s : %s + 1".formatted(found, decoded, found);
    String why =
        "`%s` reads `%s` as the answer of a search that found nothing, but it is not negative; from now on what was found is passed by, and the new element comes behind it."
            .formatted(decoded, found);
    return Stream.of(
        Mend.replace(
            context.file(),
            index,
            text,
            "Insert behind an element that was found",
            why,
            CONFIDENCE * access.weight()));
  }

  /** {@code -i - 1}, {@code -(i + 1)}, {@code -1 - i} and {@code ~i} are {@code i} decoded. */
  private static Optional<NameExpr> decoded(Expression index) {
    if (index instanceof EnclosedExpr enclosed) {
      return decoded(enclosed.getInner());
    }
    if (index instanceof UnaryExpr unary) {
      return switch (unary.getOperator()) {
        case BITWISE_COMPLEMENT -> name(unary.getExpression());
        case MINUS -> nextOf(unary.getExpression());
        default -> Optional.empty();
      };
    }
    if (!(index instanceof BinaryExpr binary)
        || binary.getOperator() != BinaryExpr.Operator.MINUS) {
      return Optional.empty();
    }
    if (binary.getLeft() instanceof UnaryExpr minus
        && minus.getOperator() == UnaryExpr.Operator.MINUS) {
      return isOne(binary.getRight())
          ? name(minus.getExpression())
          : isOne(minus.getExpression()) ? name(binary.getRight()) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<NameExpr> nextOf(Expression expression) {
    return expression instanceof EnclosedExpr enclosed
            && enclosed.getInner() instanceof BinaryExpr sum
            && sum.getOperator() == BinaryExpr.Operator.PLUS
            && isOne(sum.getRight())
        ? name(sum.getLeft())
        : Optional.empty();
  }

  private static boolean isOne(Expression expression) {
    return expression instanceof IntegerLiteralExpr literal && literal.getValue().equals("1");
  }

  private static Optional<NameExpr> name(Expression expression) {
    return expression instanceof NameExpr name ? Optional.of(name) : Optional.empty();
  }
}
