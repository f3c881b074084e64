package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;

/** Takes conditions apart. */
final class Logic {
  private Logic() {}

  /** Returns the operands of {@code a && b && c}, or of the same with {@code ||}. */
  static List<Expression> operands(Expression condition, BinaryExpr.Operator operator) {
    List<Expression> found = new ArrayList<>();
    collect(condition, operator, found);
    return found;
  }

  private static void collect(
      Expression condition, BinaryExpr.Operator operator, List<Expression> found) {
    if (condition instanceof EnclosedExpr enclosed
        && bare(enclosed) instanceof BinaryExpr inner
        && inner.getOperator() == operator) {
      collect(inner, operator, found);
    } else if (condition instanceof BinaryExpr binary && binary.getOperator() == operator) {
      collect(binary.getLeft(), operator, found);
      collect(binary.getRight(), operator, found);
    } else {
      found.add(condition);
    }
  }

  /** Returns an expression without the parentheses around it. */
  static Expression bare(Expression expression) {
    return expression instanceof EnclosedExpr enclosed ? bare(enclosed.getInner()) : expression;
  }

  /** Whether an odd number of {@code !} stands between a part of a condition and its whole. */
  static boolean isNegated(Node part, Node whole) {
    boolean negated = false;
    for (Node at = part; at != whole; at = at.getParentNode().orElse(whole)) {
      Node parent = at.getParentNode().orElse(whole);
      if (parent instanceof UnaryExpr not
          && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
        negated = !negated;
      }
    }
    return negated;
  }

  /** Returns whether only {@code &&}, {@code ||}, {@code !} and parentheses stand between. */
  static boolean isPart(Node part, Node whole) {
    for (Node at = part; at != whole; ) {
      Node parent = at.getParentNode().orElse(null);
      boolean logic =
          parent instanceof EnclosedExpr
              || (parent instanceof UnaryExpr not
                  && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT)
              || (parent instanceof BinaryExpr binary
                  && (binary.getOperator() == BinaryExpr.Operator.AND
                      || binary.getOperator() == BinaryExpr.Operator.OR));
      if (parent == null || !logic) {
        return false;
      }
      at = parent;
    }
    return true;
  }

  /** Returns the source of the opposite of a condition. */
  static String negated(Expression condition) {
    Expression bare = bare(condition);
    if (bare instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return bare(not.getExpression()).toString();
    }
    if (!(bare instanceof BinaryExpr test)) {
      return "!" + operand(bare);
    }
    String left = test.getLeft().toString();
    String right = test.getRight().toString();
    boolean count = right.equals("0") && left.endsWith("()") || left.endsWith(".length");
    return switch (test.getOperator()) {
      case AND -> disjoined(negated(test.getLeft()), negated(test.getRight()));
      case OR -> conjoined(negated(test.getLeft()), negated(test.getRight()));
      case EQUALS -> left + (count && right.equals("0") ? " > " : " != ") + right;
      case NOT_EQUALS -> left + " == " + right;
      case LESS -> left + " >= " + right;
      case LESS_EQUALS -> left + " > " + right;
      case GREATER -> left + " <= " + right;
      case GREATER_EQUALS -> left + " < " + right;
      default -> "!(" + bare + ")";
    };
  }

  private static String conjoined(String left, String right) {
    return side(left) + " && " + side(right);
  }

  private static String side(String text) {
    return text.contains(" || ") ? "(" + text + ")" : text;
  }

  private static String disjoined(String left, String right) {
    return left + " || " + right;
  }

  private static String operand(Expression bare) {
    boolean simple = bare.isNameExpr() || bare.isMethodCallExpr() || bare.isFieldAccessExpr();
    return simple ? bare.toString() : "(" + bare + ")";
  }
}
