package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.BoundsMessage;
import dev.mendgate.fixer.analysis.BoundsMessage.Part;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An access at a site that may be the one that failed, and how it did.
 *
 * @param weight from 0 to 1: how well it agrees with the failure
 */
public record FailedAccess(IndexUse use, Side side, double weight) {
  private static final double UNLIKELY = 0.5;

  /** On which side the index left its range. */
  public enum Side {
    /** Below zero. */
    NEGATIVE,
    /** Beyond the end. */
    TOO_LARGE,
    /** Anywhere, as there was nothing in the container. */
    EMPTY,
    /** The begin of a range lies behind its end. */
    ORDER
  }

  /**
   * Returns accesses the failure may mean, most likely first; none where it came from further in.
   */
  public static List<FailedAccess> find(RuleContext context) {
    return context.finding(FailedAccess.class, () -> search(context));
  }

  private static List<FailedAccess> search(RuleContext context) {
    Failure failure = context.failure();
    if (!isBounds(failure) || enteredProjectCode(context)) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    Optional<BoundsMessage> message = BoundsMessage.parse(failure.message());
    return code.nodes(Expression.class).stream()
        .filter(node -> enteredInnerFrame(context, node))
        .flatMap(node -> IndexUse.of(node).stream())
        .filter(use -> agrees(use, message))
        .map(use -> new FailedAccess(use, side(use, message), weight(use, message, code)))
        .filter(access -> access.side != Side.ORDER || isBegin(access.use))
        .filter(access -> !isWhole(access, context))
        .sorted(Comparator.comparingDouble((FailedAccess found) -> found.weight).reversed())
        .toList();
  }

  /** A range that ends where its own container does cannot be too long. */
  private static boolean isWhole(FailedAccess access, RuleContext context) {
    IndexUse use = access.use;
    String size = use.sizeIn(context.file());
    String end = use.index().toString();
    return use.inclusive()
        && use.plus() == null
        && access.side == Side.TOO_LARGE
        && (end.equals(size) || SizeNames.of(use.node(), size).contains(end));
  }

  /** Whether the failure is about an index. */
  public static boolean isBounds(Failure failure) {
    return failure.simpleType().endsWith("IndexOutOfBoundsException");
  }

  /** Whether a frame inside of the context's own runs code of the project. */
  public static boolean enteredProjectCode(RuleContext context) {
    return context.failure().frames().stream()
        .takeWhile(frame -> !frame.equals(context.site().frame()))
        .anyMatch(frame -> context.sources().declaring(frame.className()).isPresent());
  }

  /** Returns dimensions of arrays created at a site whose size was negative. */
  public static List<Expression> negativeSizes(RuleContext context) {
    boolean size = context.failure().simpleType().equals("NegativeArraySizeException");
    if (!size || enteredProjectCode(context)) {
      return List.of();
    }
    return SiteCode.at(context.site(), context.file()).nodes(ArrayCreationExpr.class).stream()
        .flatMap(creation -> creation.getLevels().stream())
        .flatMap(level -> level.getDimension().stream())
        .filter(dimension -> !dimension.isLiteralExpr())
        .toList();
  }

  /** The frame inside of this one, if there is one, names the method that was called. */
  private static boolean enteredInnerFrame(RuleContext context, Node node) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index <= 0) {
      return true;
    }
    String method = frames.get(index - 1).method();
    return node instanceof MethodCallExpr call
        ? call.getNameAsString().equals(method)
        : node instanceof ObjectCreationExpr && method.equals("<init>");
  }

  private static boolean agrees(IndexUse use, Optional<BoundsMessage> message) {
    if (message.isEmpty()) {
      return use.part() != Part.COUNT;
    }
    BoundsMessage told = message.get();
    if (told.part() == Part.ORDER) {
      return IndexUse.isRange(use.node());
    }
    boolean otherPart =
        use.part() == Part.COUNT
            ? !told.isNegative() || told.part() == Part.SOURCE || told.part() == Part.TARGET
            : told.part() != Part.ANY && use.part() != told.part();
    boolean constant = use.index() instanceof IntegerLiteralExpr && use.plus() == null;
    boolean otherIndex = constant && !use.index().toString().equals(String.valueOf(told.index()));
    boolean allowed = use.inclusive() && told.length().equals(OptionalLong.of(told.index()));
    return !otherPart && !otherIndex && !allowed;
  }

  private static Side side(IndexUse use, Optional<BoundsMessage> message) {
    if (message.isEmpty()) {
      return isLast(use) ? Side.NEGATIVE : Side.TOO_LARGE;
    }
    BoundsMessage told = message.get();
    boolean oldOrder = told.isNegative() && told.length().isEmpty() && IndexUse.isRange(use.node());
    if (told.part() == Part.ORDER || (oldOrder && isBegin(use))) {
      return Side.ORDER;
    }
    boolean element = !use.inclusive() && use.container() != null;
    boolean nothingThere = told.length().equals(OptionalLong.of(0));
    if (element && nothingThere && (!told.isNegative() || isLast(use))) {
      return Side.EMPTY;
    }
    return told.isNegative() ? Side.NEGATIVE : Side.TOO_LARGE;
  }

  private static boolean isBegin(IndexUse use) {
    return Stream.of(use.node())
        .map(MethodCallExpr.class::cast)
        .anyMatch(call -> call.getArgument(0) == use.index());
  }

  /** {@code x[x.length - 1]} asks for the last element. */
  private static boolean isLast(IndexUse use) {
    return use.index() instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.MINUS
        && binary
            .getLeft()
            .toString()
            .equals(use.sizeOf(use.container() == null ? null : use.container().toString()));
  }

  private static double weight(IndexUse use, Optional<BoundsMessage> message, SiteCode code) {
    double weight = code.weight(use.node());
    if (message.isEmpty()) {
      return weight;
    }
    boolean negative = message.get().isNegative();
    boolean sum = use.index() instanceof BinaryExpr binary && isOffset(binary, '+');
    boolean unlikely = negative ? sum : isLast(use);
    return unlikely ? weight * UNLIKELY : weight;
  }

  private static boolean isOffset(BinaryExpr binary, char operator) {
    return binary.getOperator().asString().equals(String.valueOf(operator))
        && binary.getRight() instanceof LiteralExpr;
  }
}
