package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.BoundsMessage;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import dev.mendgate.fixer.rules.bounds.Headers.Bound;
import dev.mendgate.fixer.rules.bounds.Headers.Shifted;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Corrects a comparison or a start value that lets an index go one step too far. */
@AutoService(Rule.class)
public final class CorrectBoundary implements Rule {
  private static final double OWN_SIZE = 0.8;
  private static final double OTHER_BOUND = 0.55;
  private static final double START = 0.7;

  @Override
  public String name() {
    return "correct-boundary";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<CandidateFix> fixes = new ArrayList<>();
    for (FailedAccess access : FailedAccess.find(context)) {
      Headers.shifted(access.use().index()).stream()
          .flatMap(index -> mends(context, access, index))
          .map(mend -> mend.fix(name(), context))
          .forEach(fixes::add);
    }
    return fixes.stream().limit(3).toList();
  }

  private static Stream<Mend> mends(RuleContext context, FailedAccess access, Shifted index) {
    if (access.use().inclusive() || access.use().plus() != null) {
      return Stream.empty();
    }
    List<Bound> bounds = Headers.around(access.use().node(), index.name());
    if (access.side() == Side.NEGATIVE) {
      return Stream.concat(
          bounds.stream().flatMap(bound -> lower(context.file(), access, index, bound).stream()),
          start(context.file(), access, index, "0", 1).stream());
    }
    boolean oneTooFar =
        BoundsMessage.parse(context.failure().message())
            .filter(told -> told.length().isPresent())
            .map(told -> told.index() == told.length().getAsLong())
            .orElse(true);
    String size = access.use().sizeIn(context.file());
    return oneTooFar && access.side() == Side.TOO_LARGE
        ? Stream.concat(
            bounds.stream().flatMap(bound -> upper(context.file(), access, index, bound).stream()),
            start(context.file(), access, index, size, -1).stream())
        : Stream.empty();
  }

  /** {@code i <= n} to {@code i < n}; {@code i < n} to {@code i + 1 < n} for {@code a[i + 1]}. */
  private static Optional<Mend> upper(
      ParsedFile file, FailedAccess access, Shifted index, Bound bound) {
    boolean own = isSize(file, access, bound.bound());
    double confidence = (own ? OWN_SIZE : OTHER_BOUND) * access.weight();
    if (bound.operator().equals("<=") && index.offset() == 0) {
      return Optional.of(strict(file, bound, confidence));
    }
    if (bound.operator().equals("<") && index.offset() > 0 && own) {
      String sum = index.name() + " + " + index.offset();
      String why =
          "The check lets `%s` be the last index, and `%s` is read; from now on it asks for both."
              .formatted(index.name(), sum);
      return Optional.of(
          Mend.replace(
              file, bound.name(), sum, "Check " + sum + " where it is read", why, confidence));
    }
    return Optional.empty();
  }

  /** {@code i >= 0} to {@code i > 0} for {@code a[i - 1]}. */
  private static Optional<Mend> lower(
      ParsedFile file, FailedAccess access, Shifted index, Bound bound) {
    boolean zero = bound.bound().toString().equals("0");
    return bound.operator().equals(">=") && zero && index.offset() == -1
        ? Optional.of(strict(file, bound, OWN_SIZE * access.weight()))
        : Optional.empty();
  }

  private static Mend strict(ParsedFile file, Bound bound, double confidence) {
    int behind = file.end(bound.test().getLeft());
    int equals = file.text().indexOf('=', behind);
    String why =
        "The comparison `%s` lets one index too many through; from now on it stops before that."
            .formatted(bound.test());
    return new Mend(
        "Stop one step earlier than " + bound.test(),
        why,
        confidence,
        file,
        List.of(new TextEdit(equals, equals + 1, "")));
  }

  /** A loop that starts one step too far out: {@code i = a.length}, or 0 for {@code a[i - 1]}. */
  private static Optional<Mend> start(
      ParsedFile file, FailedAccess access, Shifted index, String from, int step) {
    boolean applies = step < 0 ? index.offset() == 0 : index.offset() == -1;
    return access
        .use()
        .node()
        .findAncestor(ForStmt.class)
        .filter(loop -> applies && moves(loop, index.name(), step < 0))
        .flatMap(loop -> initial(loop, index.name()))
        .filter(value -> value.toString().equals(from) || isSizeName(access, value, from))
        .map(
            value ->
                Mend.replace(
                    file,
                    value,
                    step < 0 ? value + " - 1" : "1",
                    "Start at " + (step < 0 ? value + " - 1" : "1"),
                    "The first turn of the loop is outside of the range; from now on it begins one step further in.",
                    START * access.weight()));
  }

  private static boolean moves(ForStmt loop, String name, boolean down) {
    UnaryExpr.Operator prefix =
        down ? UnaryExpr.Operator.PREFIX_DECREMENT : UnaryExpr.Operator.PREFIX_INCREMENT;
    UnaryExpr.Operator postfix =
        down ? UnaryExpr.Operator.POSTFIX_DECREMENT : UnaryExpr.Operator.POSTFIX_INCREMENT;
    return loop.getUpdate().stream()
        .filter(Expression::isUnaryExpr)
        .map(Expression::asUnaryExpr)
        .filter(update -> update.getExpression().toString().equals(name))
        .anyMatch(update -> update.getOperator() == prefix || update.getOperator() == postfix);
  }

  private static Optional<Expression> initial(ForStmt loop, String name) {
    return loop.getInitialization().stream()
        .flatMap(found -> found.findAll(VariableDeclarator.class).stream())
        .filter(found -> found.getNameAsString().equals(name))
        .flatMap(found -> found.getInitializer().stream())
        .findFirst();
  }

  private static boolean isSize(ParsedFile file, FailedAccess access, Expression bound) {
    String size = access.use().sizeIn(file);
    return bound.toString().equals(size) || isSizeName(access, bound, size);
  }

  private static boolean isSizeName(FailedAccess access, Expression value, String size) {
    return SizeNames.of(access.use().node(), size).contains(value.toString());
  }
}
