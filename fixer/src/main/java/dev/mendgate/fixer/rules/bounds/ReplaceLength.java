package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes the smaller of two lengths that the code compares, where it passes the larger. */
@AutoService(Rule.class)
public final class ReplaceLength implements Rule {
  private static final double COMPARED = 0.74;
  private static final double LARGER_OF_TWO = 0.66;

  @Override
  public String name() {
    return "replace-length";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Mend> mends = new ArrayList<>();
    if (!FailedAccess.isBounds(context.failure())) {
      return List.of();
    }
    for (FailedAccess access : FailedAccess.find(context)) {
      boolean range = access.use().inclusive() && access.side() == Side.TOO_LARGE;
      if (range) {
        Expression length =
            access.use().plus() == null ? access.use().index() : access.use().plus();
        smaller(context.file(), length, access).ifPresent(mends::add);
      }
    }
    mends.addAll(largerOfTwo(context));
    return mends.stream().limit(3).map(mend -> mend.fix(name(), context)).toList();
  }

  /** In the branch for {@code a >= b}, {@code b} is what fits. */
  private static Optional<Mend> smaller(ParsedFile file, Expression length, FailedAccess access) {
    Node child = access.use().node();
    while (Enclosing.boundary(child).filter(child::equals).isEmpty()) {
      Node parent = child.getParentNode().orElseThrow();
      if (parent instanceof IfStmt check && check.getCondition() != child) {
        Optional<Expression> other =
            lesser(check.getCondition(), length.toString(), check.getThenStmt() == child);
        if (other.isPresent() && Repeatable.is(other.get())) {
          return Optional.of(compared(file, length, other.get(), access));
        }
      }
      child = parent;
    }
    return Optional.empty();
  }

  private static Optional<Expression> lesser(Expression condition, String name, boolean truth) {
    if (!(condition instanceof BinaryExpr test)) {
      return Optional.empty();
    }
    boolean greater = test.getOperator().asString().startsWith(">") == truth;
    boolean comparison = test.getOperator().asString().matches("[<>]=?");
    Expression larger = greater ? test.getLeft() : test.getRight();
    Expression smaller = greater ? test.getRight() : test.getLeft();
    return comparison && larger.toString().equals(name) && !smaller.isLiteralExpr()
        ? Optional.of(smaller)
        : Optional.empty();
  }

  private static Mend compared(
      ParsedFile file, Expression length, Expression other, FailedAccess access) {
    String why =
        "In this branch `%s` is at least `%s`, and only that much fits; from now on no more is taken."
            .formatted(length, other);
    return Mend.replace(
        file,
        length,
        other.toString(),
        "Take " + other + " instead of " + length,
        why,
        COMPARED * access.weight());
  }

  /** {@code Math.max} of two sizes as an argument of what failed. */
  private static List<Mend> largerOfTwo(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index <= 0) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return Calls.to(frames.get(index - 1), code).stream()
        .flatMap(call -> call.arguments().stream())
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getNameAsString().equals("max") && call.getArguments().size() == 2)
        .filter(call -> call.getScope().filter(s -> s.toString().equals("Math")).isPresent())
        .filter(call -> call.getArguments().stream().noneMatch(Expression::isLiteralExpr))
        .map(call -> lesserOfTwo(context.file(), call))
        .toList();
  }

  private static Mend lesserOfTwo(ParsedFile file, MethodCallExpr call) {
    String why =
        "The larger of two lengths is beyond the end of one of them; from now on only what both have is read.";
    return Mend.replace(
        file, call.getName(), "min", "Take the smaller of the two lengths", why, LARGER_OF_TWO);
  }
}
