package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.rules.bounds.FailedAccess;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import dev.mendgate.fixer.rules.bounds.SizeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says under which condition an access whose index may have been out of bounds fails. */
final class BoundsHazards {
  private static final Set<BinaryExpr.Operator> LOOSE =
      Set.of(
          BinaryExpr.Operator.BINARY_AND, BinaryExpr.Operator.BINARY_OR, BinaryExpr.Operator.XOR);

  private final RuleContext context;

  private BoundsHazards(RuleContext context) {
    this.context = context;
  }

  /**
   * An access and how it fails.
   *
   * @param use the access
   */
  record Found(IndexUse use, Hazard hazard) {}

  /** Returns accesses that nothing checks yet, most likely first. */
  static List<Found> find(RuleContext context) {
    BoundsHazards search = new BoundsHazards(context);
    return FailedAccess.find(context).stream()
        .filter(search::isNoKey)
        .filter(access -> isReadable(access.use()))
        .flatMap(access -> search.hazard(access).map(h -> new Found(access.use(), h)).stream())
        .filter(found -> !found.hazard().conditions().holdAt(found.use().node()))
        .filter(found -> !movesInCondition(found))
        .toList();
  }

  /** {@link Advance} moves the increment into the check. */
  private static boolean movesInCondition(Found found) {
    return found.use().index() instanceof UnaryExpr index
        && index.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
        && Conjunct.condition(found.hazard()).isPresent();
  }

  /** Returns hazards of arrays created with a negative size. */
  static List<Hazard> negativeSizes(RuleContext context) {
    BoundsHazards search = new BoundsHazards(context);
    return FailedAccess.negativeSizes(context).stream()
        .filter(Repeatable::is)
        .map(
            size ->
                search.comparison(size, size, List.of(size), search.text(size), "0", ">=", "<", 1))
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .toList();
  }

  /** A map is asked for a key, not for an index. */
  private boolean isNoKey(FailedAccess access) {
    return access.use().container() == null
        || !(access.use().node() instanceof MethodCallExpr)
        || ExpressionTypes.of(context)
            .of(access.use().container())
            .map(Types::erase)
            .filter(type -> type.endsWith("Map") || type.endsWith("Properties"))
            .isEmpty();
  }

  private static boolean isReadable(IndexUse use) {
    return (use.container() == null || Repeatable.is(use.container()))
        && (use.plus() == null || Repeatable.is(use.plus()));
  }

  private Optional<Hazard> hazard(FailedAccess access) {
    IndexUse use = access.use();
    if (access.side() == Side.EMPTY && use.container() != null) {
      return Optional.of(empty(access, use.container()));
    }
    Moved index = Moved.of(use.index());
    if (!Repeatable.is(index.value())) {
      return Optional.empty();
    }
    return switch (access.side()) {
      case ORDER -> order(access);
      case NEGATIVE -> Optional.of(negative(access, index));
      default -> Optional.of(tooLarge(access, index));
    };
  }

  /**
   * What an index is before the access.
   *
   * @param before what is added by the access itself, before it is used
   */
  private record Moved(Expression value, int before) {
    static Moved of(Expression index) {
      if (!(index instanceof UnaryExpr unary)) {
        return new Moved(index, 0);
      }
      return switch (unary.getOperator()) {
        case POSTFIX_INCREMENT, POSTFIX_DECREMENT -> new Moved(unary.getExpression(), 0);
        case PREFIX_INCREMENT -> new Moved(unary.getExpression(), 1);
        case PREFIX_DECREMENT -> new Moved(unary.getExpression(), -1);
        default -> new Moved(index, 0);
      };
    }
  }

  private Hazard negative(FailedAccess access, Moved index) {
    IndexUse use = access.use();
    List<Expression> parts = parts(use, index.value());
    if (index.before() < 0) {
      return comparison(
          use.node(), index.value(), parts, text(index.value()), "0", ">", "<=", access.weight());
    }
    boolean fromLength =
        index.value() instanceof BinaryExpr binary
            && binary.getOperator() == BinaryExpr.Operator.MINUS
            && binary.getRight().isIntegerLiteralExpr();
    if (!fromLength) {
      return comparison(
          use.node(), index.value(), parts, text(index.value()), "0", ">=", "<", access.weight());
    }
    BinaryExpr binary = index.value().asBinaryExpr();
    Expression left = binary.getLeft();
    String least = text(binary.getRight());
    return least.equals("1")
        ? comparison(use.node(), left, parts, text(left), "0", ">", "<=", access.weight())
        : comparison(use.node(), left, parts, text(left), least, ">=", "<", access.weight());
  }

  private Hazard tooLarge(FailedAccess access, Moved index) {
    IndexUse use = access.use();
    Expression container = use.container();
    if (text(index.value()).equals("0") && !use.inclusive() && container != null) {
      return empty(access, container);
    }
    String value = index.before() > 0 ? text(index.value()) + " + 1" : sum(use, index.value());
    return comparison(
        use.node(),
        index.value(),
        parts(use, index.value()),
        value,
        use.sizeIn(context.file()),
        use.inclusive() ? "<=" : "<",
        use.inclusive() ? ">" : ">=",
        access.weight());
  }

  private String sum(IndexUse use, Expression index) {
    return use.plus() == null ? text(index) : use.indexIn(context.file());
  }

  private Optional<Hazard> order(FailedAccess access) {
    MethodCallExpr range = (MethodCallExpr) access.use().node();
    Expression begin = range.getArgument(0);
    Expression end = range.getArgument(1);
    if (!Repeatable.is(begin) || !Repeatable.is(end)) {
      return Optional.empty();
    }
    boolean fixed = begin.isLiteralExpr();
    return Optional.of(
        comparison(
            range,
            fixed ? end : begin,
            List.of(begin, end),
            fixed ? text(end) : text(begin),
            fixed ? text(begin) : text(end),
            fixed ? ">=" : "<=",
            fixed ? "<" : ">",
            access.weight()));
  }

  private Hazard empty(FailedAccess access, Expression container) {
    IndexUse use = access.use();
    String text = text(container);
    List<Expression> parts = List.of(container);
    if (!use.size().equals("size()")) {
      return comparison(
          use.node(), container, parts, use.sizeOf(text), "0", ">", "==", access.weight());
    }
    String unsafe = text + ".isEmpty()";
    Set<String> same = Set.of("!" + unsafe, text + ".size() > 0", text + ".size() != 0");
    Set<String> other = Set.of(unsafe, text + ".size() == 0");
    return hazard(use.node(), container, parts, "!" + unsafe, unsafe, same, other, access.weight());
  }

  private Hazard comparison(
      Expression use,
      Expression subject,
      List<Expression> parts,
      String left,
      String right,
      String safe,
      String unsafe,
      double weight) {
    List<String> names = new ArrayList<>(List.of(right));
    if (!movesInLoop(subject, use)) {
      names.addAll(SizeNames.of(use, right));
    }
    Set<String> same = new HashSet<>();
    Set<String> other = new HashSet<>();
    for (String name : names) {
      same.addAll(forms(left, safe, name));
      other.addAll(forms(left, unsafe, name));
    }
    String holds = left + " " + safe + " " + right;
    String fails = left + " " + unsafe + " " + right;
    return hazard(use, subject, parts, holds, fails, same, other, weight);
  }

  /** What a header says about an index ends where the loop's body moves it. */
  private static boolean movesInLoop(Expression subject, Expression use) {
    return Enclosing.loop(use)
        .map(loop -> ((NodeWithBody<?>) loop).getBody())
        .filter(
            body ->
                subject.findAll(NameExpr.class).stream()
                    .anyMatch(name -> SizeNames.isChanged(name.getNameAsString(), body)))
        .isPresent();
  }

  private static List<String> forms(String left, String operator, String right) {
    String mirrored =
        operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
    return List.of(
        left + " " + operator + " " + right,
        "++" + left + " " + operator + " " + right,
        right + " " + mirrored + " " + left);
  }

  private Hazard hazard(
      Expression use,
      Expression subject,
      List<Expression> parts,
      String safe,
      String unsafe,
      Set<String> same,
      Set<String> other,
      double weight) {
    return new Hazard(
        context,
        Hazard.Kind.BOUNDS,
        subject,
        parts,
        use,
        unsafe,
        safe,
        new Conditions(same, other, subject.toString()),
        "`" + unsafe + "`",
        weight);
  }

  private static List<Expression> parts(IndexUse use, Expression index) {
    return Stream.concat(
            Stream.of(index),
            Stream.concat(Stream.ofNullable(use.container()), Stream.ofNullable(use.plus())))
        .distinct()
        .toList();
  }

  /** Returns source that can stand beside a comparison. */
  private String text(@Nullable Expression expression) {
    if (expression == null) {
      return "";
    }
    String text = context.file().textOf(expression);
    boolean loose =
        expression instanceof ConditionalExpr
            || expression instanceof AssignExpr
            || (expression instanceof BinaryExpr binary && LOOSE.contains(binary.getOperator()));
    return loose ? "(" + text + ")" : text;
  }
}
