package dev.mendgate.fixer.map;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A count that is kept in a map: {@code map.put(key, map.get(key) + step)}.
 *
 * @param put the call
 * @param box simple name of the count's type: {@code Integer}, {@code Long} or {@code Double}
 * @param step what is added
 */
public record Counter(MapCall put, String box, Expression step) {
  private static final Map<String, String> LITERAL_SUFFIX =
      Map.of("Integer", "", "Long", "L", "Double", ".0");

  /** Recognises a call of {@code put} that adds to what the map holds. */
  public static Optional<Counter> of(MapCall put) {
    Optional<String> box =
        DeclaredType.argument(put.map(), 1)
            .map(Type::toString)
            .map(name -> name.replace("java.lang.", ""))
            .filter(LITERAL_SUFFIX::containsKey);
    return box.flatMap(type -> step(put).map(step -> new Counter(put, type, step)))
        .filter(counter -> counter.isConstant(counter.step()) || counter.box().equals("Integer"));
  }

  private static Optional<Expression> step(MapCall put) {
    if (!(plain(put.value()) instanceof BinaryExpr sum)
        || sum.getOperator() != BinaryExpr.Operator.PLUS) {
      return Optional.empty();
    }
    if (reads(sum.getLeft(), put)) {
      return Optional.of(sum.getRight());
    }
    return reads(sum.getRight(), put) ? Optional.of(sum.getLeft()) : Optional.empty();
  }

  /** Returns whether an expression is the count so far, read with or without a default of zero. */
  private static boolean reads(Expression expression, MapCall put) {
    boolean plain = MapCall.of(expression, "get", 1).filter(put::isSameEntry).isPresent();
    return plain
        || MapCall.of(expression, "getOrDefault", 2)
            .filter(put::isSameEntry)
            .filter(read -> isZero(read.value()))
            .isPresent();
  }

  /** Returns whether an expression is a literal zero of some type a count may have. */
  public static boolean isZero(Expression expression) {
    return List.of("0", "0L", "0l", "0.0", "0d").contains(expression.toString());
  }

  private boolean isConstant(Expression expression) {
    return expression.isIntegerLiteralExpr()
        || expression.isLongLiteralExpr()
        || expression.isDoubleLiteralExpr();
  }

  /** Returns the call that adds the step in one go, with a missing count as zero. */
  public String merge(ParsedFile file) {
    return "%s.merge(%s, %s, %s::sum)"
        .formatted(file.textOf(put.map()), file.textOf(put.key()), typed(step, file), box);
  }

  /** Returns a literal as one of the count's type; other expressions as they are. */
  public String typed(Expression expression, ParsedFile file) {
    return expression.isIntegerLiteralExpr()
        ? file.textOf(expression) + LITERAL_SUFFIX.get(box)
        : file.textOf(expression);
  }

  private static Expression plain(Expression expression) {
    return expression instanceof EnclosedExpr enclosed ? plain(enclosed.getInner()) : expression;
  }
}
