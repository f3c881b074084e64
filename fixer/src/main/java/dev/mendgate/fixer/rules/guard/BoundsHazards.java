package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.BoundsMessage;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Ranks the accesses at a site whose index may have been out of bounds. */
final class BoundsHazards {
  private final RuleContext context;
  private final SiteCode code;
  private final Optional<BoundsMessage> message;

  private BoundsHazards(RuleContext context) {
    this.context = context;
    this.code = SiteCode.at(context.site(), context.file());
    this.message = BoundsMessage.parse(context.failure().message());
  }

  /**
   * An access and how it fails.
   *
   * @param use the access
   */
  record Found(IndexUse use, Hazard hazard) {}

  /** Returns accesses that nothing checks yet, most likely first. */
  static List<Found> find(RuleContext context) {
    Failure failure = context.failure();
    boolean enteredProjectCode =
        failure.frames().stream()
            .takeWhile(frame -> !frame.equals(context.site().frame()))
            .anyMatch(frame -> context.sources().declaring(frame.className()).isPresent());
    if (!failure.simpleType().endsWith("IndexOutOfBoundsException") || enteredProjectCode) {
      return List.of();
    }
    BoundsHazards search = new BoundsHazards(context);
    return search.code.nodes(Expression.class).stream()
        .filter(search::enteredInnerFrame)
        .flatMap(node -> IndexUse.of(node).stream())
        .filter(search::agreesWithMessage)
        .flatMap(search::found)
        .filter(found -> !found.hazard().conditions().holdAt(found.use().node()))
        .sorted(Comparator.comparingDouble((Found found) -> found.hazard().weight()).reversed())
        .toList();
  }

  /** The frame inside of this one, if there is one, names the method that was called. */
  private boolean enteredInnerFrame(Expression node) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index <= 0) {
      return true;
    }
    return node.isMethodCallExpr()
        && node.asMethodCallExpr().getNameAsString().equals(frames.get(index - 1).method());
  }

  private boolean agreesWithMessage(IndexUse use) {
    boolean constant = use.index() instanceof IntegerLiteralExpr;
    return message.isEmpty()
        || !constant
        || use.index().toString().equals(String.valueOf(message.get().index()));
  }

  private Stream<Found> found(IndexUse use) {
    Optional<Expression> index = value(use.index());
    boolean readable = use.container() == null || Repeatable.is(use.container());
    if (!readable) {
      return Stream.empty();
    }
    boolean nothingThere =
        message.filter(told -> told.length().equals(OptionalLong.of(0))).isPresent();
    if (nothingThere && !use.inclusive() && use.container() != null) {
      return Stream.of(new Found(use, empty(use, use.container())));
    }
    if (index.isEmpty()) {
      return Stream.empty();
    }
    boolean negative = message.filter(BoundsMessage::isNegative).isPresent();
    Hazard hazard = negative ? negative(use, index.get()) : tooLarge(use, index.get());
    return Stream.of(new Found(use, hazard));
  }

  /** Returns what the index is before the access; {@code i++} is still {@code i} then. */
  private static Optional<Expression> value(Expression index) {
    Expression plain =
        index instanceof UnaryExpr unary && unary.isPostfix() ? unary.getExpression() : index;
    return Repeatable.is(plain) ? Optional.of(plain) : Optional.empty();
  }

  private Hazard negative(IndexUse use, Expression index) {
    boolean fromLength =
        index instanceof BinaryExpr binary
            && binary.getOperator() == BinaryExpr.Operator.MINUS
            && binary.getRight().isIntegerLiteralExpr();
    if (!fromLength) {
      return hazard(use, index, text(index), ">= 0", "< 0");
    }
    BinaryExpr binary = index.asBinaryExpr();
    Expression left = binary.getLeft();
    String least = text(binary.getRight());
    return least.equals("1")
        ? hazard(use, left, text(left), "> 0", "<= 0")
        : hazard(use, left, text(left), ">= " + least, "< " + least);
  }

  private Hazard tooLarge(IndexUse use, Expression index) {
    String container = use.container() == null ? null : text(use.container());
    String size = use.sizeOf(container);
    if (text(index).equals("0") && !use.inclusive() && use.container() != null) {
      return empty(use, use.container());
    }
    return use.inclusive()
        ? hazard(use, index, text(index), "<= " + size, "> " + size)
        : hazard(use, index, text(index), "< " + size, ">= " + size);
  }

  private Hazard empty(IndexUse use, Expression container) {
    String text = text(container);
    return use.size().equals("size()")
        ? hazard(use, container, "!" + text + ".isEmpty()", text + ".isEmpty()")
        : hazard(use, container, use.sizeOf(text), "> 0", "== 0");
  }

  private Hazard hazard(IndexUse use, Expression subject, String left, String safe, String unsafe) {
    return hazard(use, subject, left + " " + safe, left + " " + unsafe);
  }

  private Hazard hazard(IndexUse use, Expression subject, String safe, String unsafe) {
    Conditions conditions =
        new Conditions(
            Set.copyOf(List.of(safe, mirrored(safe), "++" + safe)),
            Set.copyOf(List.of(unsafe, mirrored(unsafe))),
            subject.toString());
    List<Expression> parts =
        Stream.concat(Stream.of(subject), Stream.ofNullable(use.container())).distinct().toList();
    return new Hazard(
        context,
        Hazard.Kind.BOUNDS,
        subject,
        parts,
        use.node(),
        unsafe,
        safe,
        conditions,
        "`" + unsafe + "`",
        code.weight(use.node()));
  }

  /** {@code a < b} is {@code b > a}. */
  private static String mirrored(String comparison) {
    String[] parts = comparison.split(" (?=[<>=]=? )|(?<= [<>=]=?) ");
    if (parts.length != 3) {
      return comparison;
    }
    String operator =
        parts[1].startsWith("<") ? parts[1].replace('<', '>') : parts[1].replace('>', '<');
    return parts[2] + " " + operator + " " + parts[0];
  }

  private String text(Expression expression) {
    return context.file().textOf(expression);
  }
}
