package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.List;
import java.util.Optional;

/** Finds comparisons that decide whether an access runs, and takes index expressions apart. */
final class Headers {
  private Headers() {}

  /**
   * An index as a variable and what is added to it.
   *
   * @param offset 0 for the bare variable
   */
  record Shifted(String name, int offset) {}

  /**
   * A comparison, read so that the variable stands on its left.
   *
   * @param test the comparison in the source
   * @param name the side that is the variable
   * @param bound the other side
   * @param operator {@code <}, {@code <=}, {@code >} or {@code >=}
   */
  record Bound(BinaryExpr test, Expression name, Expression bound, String operator) {}

  /** Takes apart {@code i}, {@code i++}, {@code i + 1} and {@code i - 1}. */
  static Optional<Shifted> shifted(Expression index) {
    Expression plain = index;
    if (index.isUnaryExpr() && index.asUnaryExpr().isPostfix()) {
      plain = index.asUnaryExpr().getExpression();
    }
    if (plain instanceof NameExpr name) {
      return Optional.of(new Shifted(name.getNameAsString(), 0));
    }
    if (plain instanceof BinaryExpr sum
        && sum.getLeft() instanceof NameExpr name
        && sum.getRight() instanceof IntegerLiteralExpr literal) {
      Number value = literal.asNumber();
      return switch (sum.getOperator()) {
        case PLUS -> Optional.of(new Shifted(name.getNameAsString(), value.intValue()));
        case MINUS -> Optional.of(new Shifted(name.getNameAsString(), -value.intValue()));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** Returns comparisons of a variable in headers and earlier operands around a node. */
  static List<Bound> around(Node use, String name) {
    return Enclosing.boundary(use).stream()
        .flatMap(body -> body.findAll(BinaryExpr.class).stream())
        .filter(test -> isAround(test, use))
        .flatMap(test -> read(test, name).stream())
        .toList();
  }

  private static Optional<Bound> read(BinaryExpr test, String name) {
    String operator = test.getOperator().asString();
    if (!operator.matches("[<>]=?")) {
      return Optional.empty();
    }
    if (test.getLeft().toString().equals(name)) {
      return Optional.of(new Bound(test, test.getLeft(), test.getRight(), operator));
    }
    String mirrored =
        operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
    return test.getRight().toString().equals(name)
        ? Optional.of(new Bound(test, test.getRight(), test.getLeft(), mirrored))
        : Optional.empty();
  }

  private static boolean isAround(Expression test, Node use) {
    Expression top = Enclosing.outermost(test);
    Node owner = top.getParentNode().orElse(test);
    return owner.isAncestorOf(use) && !(owner instanceof BlockStmt);
  }
}
