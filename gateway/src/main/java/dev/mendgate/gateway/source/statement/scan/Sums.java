package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads {@code a + b}, which adds numbers up to the first text and joins texts from there. */
final class Sums {
  private static final int MAX_OPERANDS = 512;
  private static final int MAX_DEPTH = 8;
  private static final Set<String> TEXT_CALLS =
      Set.of(
          "toString",
          "format",
          "formatted",
          "concat",
          "join",
          "getName",
          "getSimpleName",
          "getMessage",
          "trim",
          "strip",
          "substring",
          "repeat",
          "toUpperCase",
          "toLowerCase");

  private final MessageReader reader;

  Sums(MessageReader reader) {
    this.reader = reader;
  }

  List<Message> read(BinaryExpr sum) {
    List<Expression> operands = operands(sum);
    int first = 0;
    while (first < operands.size() && !isText(operands.get(first), 0)) {
      first++;
    }
    if (operands.size() > MAX_OPERANDS || first == operands.size()) {
      return MessageReader.UNKNOWN;
    }
    List<Message> joined = List.of(new Message(List.of(new Piece.Text("", Dialect.PLAIN))));
    for (int i = 0; i < operands.size(); i++) {
      boolean added = first > 1 && i < first && operands.get(i).isLiteralExpr();
      joined = Message.join(joined, added ? MessageReader.UNKNOWN : reader.read(operands.get(i)));
    }
    return joined;
  }

  private static List<Expression> operands(BinaryExpr sum) {
    Deque<Expression> operands = new ArrayDeque<>();
    Expression left = sum;
    while (left instanceof BinaryExpr inner && inner.getOperator() == BinaryExpr.Operator.PLUS) {
      operands.push(inner.getRight());
      left = inner.getLeft();
      if (operands.size() > MAX_OPERANDS) {
        break;
      }
    }
    operands.push(left);
    return new ArrayList<>(operands);
  }

  /** Returns whether the expression is a text for certain, or a constant that may be one. */
  boolean isText(Expression expression, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (expression.isStringLiteralExpr() || expression.isTextBlockLiteralExpr()) {
      return true;
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return isText(enclosed.getInner(), depth + 1);
    }
    if (expression instanceof BinaryExpr sum) {
      return sum.getOperator() == BinaryExpr.Operator.PLUS
          && operands(sum).stream().anyMatch(operand -> isText(operand, depth + 1));
    }
    if (expression instanceof ConditionalExpr choice) {
      return isText(choice.getThenExpr(), depth + 1) || isText(choice.getElseExpr(), depth + 1);
    }
    if (expression instanceof CastExpr cast) {
      return Types.isString(cast.getTypeAsString());
    }
    if (expression instanceof MethodCallExpr call) {
      return TEXT_CALLS.contains(call.getNameAsString())
          || (call.getNameAsString().equals("valueOf")
              && call.getScope().map(Expression::toString).orElse("").equals("String"));
    }
    return isTextName(expression);
  }

  private boolean isTextName(Expression expression) {
    if (expression instanceof FieldAccessExpr field) {
      VariableDeclarator own =
          field.getScope().isThisExpr()
              ? reader.scope().field(field.getNameAsString(), field)
              : null;
      return own == null
          ? MessageReader.isConstantName(field.getNameAsString())
          : Types.isString(own.getTypeAsString());
    }
    if (!(expression instanceof NameExpr name)) {
      return false;
    }
    Locals.Meaning meaning = reader.locals().meaning(name);
    if (meaning instanceof Locals.Variable variable) {
      return Types.isString(variable.declared().getTypeAsString());
    }
    if (meaning instanceof Locals.Argument argument) {
      return Types.isString(argument.declared().getTypeAsString());
    }
    VariableDeclarator field = reader.scope().field(name.getNameAsString(), name);
    return field == null
        ? meaning == null && MessageReader.isConstantName(name.getNameAsString())
        : Types.isString(field.getTypeAsString());
  }
}
