package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the message of an exception tells about the values of the expressions it was made from.
 *
 * @param byText values by the source of the expression
 */
record MessageValues(Map<String, String> byText) {
  private static final Pattern PLACEHOLDER = Pattern.compile("%[-+#,0-9.$]*[a-zA-Z]|\\{\\d*}");

  MessageValues {
    byText = Map.copyOf(byText);
  }

  /** Reads the values off a message that a statement made. */
  static MessageValues of(@Nullable String message, Statement thrown) {
    if (message == null) {
      return new MessageValues(Map.of());
    }
    for (Expression text : candidates(thrown)) {
      List<Expression> holes = new ArrayList<>();
      Matcher found = Pattern.compile(pattern(text, holes), Pattern.DOTALL).matcher(message);
      if (!holes.isEmpty() && found.matches()) {
        return read(found, holes);
      }
    }
    return new MessageValues(Map.of());
  }

  private static MessageValues read(Matcher found, List<Expression> holes) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < holes.size(); i++) {
      values.putIfAbsent(holes.get(i).toString(), found.group(i + 1));
    }
    return new MessageValues(values);
  }

  private static List<Expression> candidates(Statement thrown) {
    List<Expression> all = new ArrayList<>();
    thrown.findAll(BinaryExpr.class).stream()
        .filter(sum -> sum.getOperator() == BinaryExpr.Operator.PLUS)
        .filter(sum -> sum.findFirst(StringLiteralExpr.class).isPresent())
        .forEach(all::add);
    all.addAll(thrown.findAll(MethodCallExpr.class, call -> formatOf(call).isPresent()));
    return all;
  }

  private static Optional<Integer> formatOf(MethodCallExpr call) {
    for (int i = 0; i < Math.min(2, call.getArguments().size()); i++) {
      if (call.getArgument(i) instanceof StringLiteralExpr text
          && PLACEHOLDER.matcher(text.asString()).results().count()
              == call.getArguments().size() - i - 1) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String pattern(Expression text, List<Expression> holes) {
    if (text instanceof StringLiteralExpr literal) {
      return Pattern.quote(literal.asString());
    }
    if (text instanceof EnclosedExpr enclosed) {
      return pattern(enclosed.getInner(), holes);
    }
    if (text instanceof BinaryExpr sum
        && sum.getOperator() == BinaryExpr.Operator.PLUS
        && sum.findFirst(StringLiteralExpr.class).isPresent()) {
      return pattern(sum.getLeft(), holes) + pattern(sum.getRight(), holes);
    }
    Optional<Integer> format =
        text instanceof MethodCallExpr call ? formatOf(call) : Optional.empty();
    if (format.isPresent()) {
      return formatted((MethodCallExpr) text, format.get(), holes);
    }
    holes.add(text);
    return "(.*?)";
  }

  private static String formatted(MethodCallExpr call, int at, List<Expression> holes) {
    holes.addAll(call.getArguments().subList(at + 1, call.getArguments().size()));
    StringBuilder out = new StringBuilder();
    for (String literal :
        PLACEHOLDER.split(((StringLiteralExpr) call.getArgument(at)).asString(), -1)) {
      out.append(out.isEmpty() ? "" : "(.*?)").append(Pattern.quote(literal));
    }
    return out.toString();
  }

  /** Returns a number's value, where the message or the source tells it. */
  Optional<BigDecimal> number(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return number(enclosed.getInner());
    }
    if (expression instanceof UnaryExpr negative
        && negative.getOperator() == UnaryExpr.Operator.MINUS) {
      return number(negative.getExpression()).map(BigDecimal::negate);
    }
    String text = byText.getOrDefault(expression.toString(), expression.toString());
    try {
      return Optional.of(new BigDecimal(text.replaceFirst("(?<=\\d)[lLfFdD]$", "").strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** Returns how the sides of a comparison compare, as {@link Comparable} does. */
  Optional<Integer> compared(BinaryExpr test) {
    return number(test.getLeft()).flatMap(left -> number(test.getRight()).map(left::compareTo));
  }

  /** Returns whether a condition held, where that is known. */
  Optional<Boolean> truth(Expression condition) {
    if (condition instanceof EnclosedExpr enclosed) {
      return truth(enclosed.getInner());
    }
    if (!(condition instanceof BinaryExpr test)) {
      return Optional.empty();
    }
    Optional<Integer> sign = compared(test);
    return switch (test.getOperator()) {
      case LESS -> sign.map(found -> found < 0);
      case LESS_EQUALS -> sign.map(found -> found <= 0);
      case GREATER -> sign.map(found -> found > 0);
      case GREATER_EQUALS -> sign.map(found -> found >= 0);
      case EQUALS -> sign.map(found -> found == 0);
      case NOT_EQUALS -> sign.map(found -> found != 0);
      default -> Optional.empty();
    };
  }
}
