package dev.mendgate.gateway.source.statement;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the messages that an expression may build. */
final class MessageReader {
  private static final int MAX_DEPTH = 12;
  private static final int MAX_OPERANDS = 512;

  private final FileScope scope;
  private final Locals locals = new Locals();

  MessageReader(FileScope scope) {
    this.scope = scope;
  }

  /** Returns at least one message; what is not known is a hole. */
  List<Message> read(Expression expression) {
    return read(expression, 0);
  }

  private List<Message> read(Expression expression, int depth) {
    if (depth > MAX_DEPTH) {
      return List.of(Message.HOLE);
    }
    if (expression instanceof StringLiteralExpr literal) {
      return List.of(Message.text(literal.asString()));
    }
    if (expression instanceof TextBlockLiteralExpr block) {
      return List.of(Message.text(block.asString()));
    }
    if (expression instanceof CharLiteralExpr literal) {
      return List.of(Message.text(String.valueOf(literal.asChar())));
    }
    if (expression instanceof IntegerLiteralExpr literal) {
      return List.of(Message.text(literal.getValue()));
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return read(enclosed.getInner(), depth);
    }
    if (expression instanceof CastExpr cast) {
      return read(cast.getExpression(), depth + 1);
    }
    return readComposed(expression, depth);
  }

  private List<Message> readComposed(Expression expression, int depth) {
    if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      return readSum(sum, depth + 1);
    }
    if (expression instanceof ConditionalExpr choice) {
      List<Message> both = new ArrayList<>(read(choice.getThenExpr(), depth + 1));
      both.addAll(read(choice.getElseExpr(), depth + 1));
      return both.size() > Message.MAX_ALTERNATIVES ? List.of(Message.HOLE) : both;
    }
    if (expression instanceof LambdaExpr lambda
        && lambda.getBody() instanceof ExpressionStmt body
        && lambda.getParameters().isEmpty()) {
      return read(body.getExpression(), depth + 1);
    }
    if (expression instanceof NameExpr name) {
      return readName(name, depth + 1);
    }
    if (expression instanceof FieldAccessExpr field) {
      return readField(field, depth + 1);
    }
    return expression instanceof MethodCallExpr call
        ? readCall(call, depth + 1)
        : List.of(Message.HOLE);
  }

  private List<Message> readSum(BinaryExpr sum, int depth) {
    Deque<Expression> operands = new ArrayDeque<>();
    Expression left = sum;
    while (left instanceof BinaryExpr inner && inner.getOperator() == BinaryExpr.Operator.PLUS) {
      operands.push(inner.getRight());
      left = inner.getLeft();
      if (operands.size() > MAX_OPERANDS) {
        return List.of(Message.HOLE);
      }
    }
    List<Message> joined = read(left, depth);
    for (Expression operand : operands) {
      joined = Message.join(joined, read(operand, depth));
    }
    return joined;
  }

  private List<Message> readName(NameExpr name, int depth) {
    String text = name.getNameAsString();
    if (locals.declares(name)) {
      return locals
          .constant(name)
          .map(variable -> readInitializer(variable, depth))
          .orElse(List.of(Message.HOLE));
    }
    VariableDeclarator field = scope.field(text, name);
    if (field != null) {
      return readInitializer(field, depth);
    }
    List<String> constants = isConstantName(text) ? scope.constants(text, name) : List.of();
    return constants.isEmpty()
        ? List.of(Message.HOLE)
        : List.of(new Message(List.of(new Piece.Constant(constants, Dialect.PLAIN))));
  }

  private List<Message> readField(FieldAccessExpr field, int depth) {
    String name = field.getNameAsString();
    Expression owner = field.getScope();
    if (owner.isThisExpr()) {
      VariableDeclarator own = scope.field(name, field);
      return own == null ? List.of(Message.HOLE) : readInitializer(own, depth);
    }
    if (!isConstantName(name) || !(owner.isNameExpr() || owner.isFieldAccessExpr())) {
      return List.of(Message.HOLE);
    }
    String className = owner.toString();
    VariableDeclarator here = scope.fieldOf(className, name);
    if (here != null) {
      return readInitializer(here, depth);
    }
    List<String> names = scope.candidates(className).stream().map(c -> c + "#" + name).toList();
    return List.of(new Message(List.of(new Piece.Constant(names, Dialect.PLAIN))));
  }

  private List<Message> readInitializer(VariableDeclarator variable, int depth) {
    return variable
        .getInitializer()
        .map(value -> read(value, depth + 1))
        .orElse(List.of(Message.HOLE));
  }

  private List<Message> readCall(MethodCallExpr call, int depth) {
    String owner = call.getScope().map(Expression::toString).orElse("");
    List<Expression> arguments = call.getArguments();
    switch (call.getNameAsString()) {
      case "format" -> {
        boolean messageFormat = owner.endsWith("MessageFormat");
        boolean known = messageFormat || owner.equals("String") || owner.equals("java.lang.String");
        Dialect dialect = messageFormat ? Dialect.MESSAGE_FORMAT : Dialect.PRINTF;
        return known ? readFormat(arguments, dialect, depth) : List.of(Message.HOLE);
      }
      case "formatted" -> {
        return in(Dialect.PRINTF, read(call.getScope().orElseThrow(), depth));
      }
      case "concat" -> {
        return arguments.size() == 1
            ? Message.join(
                read(call.getScope().orElseThrow(), depth), read(arguments.get(0), depth))
            : List.of(Message.HOLE);
      }
      case "toString" -> {
        Expression built = call.getScope().orElse(call);
        return built == call ? List.of(Message.HOLE) : readBuilder(built, depth);
      }
      default -> {
        return List.of(Message.HOLE);
      }
    }
  }

  private List<Message> readFormat(List<Expression> arguments, Dialect dialect, int depth) {
    for (int i = 0; i < Math.min(2, arguments.size()); i++) {
      List<Message> format = read(arguments.get(i), depth);
      if (format.stream().anyMatch(Message::mayBeText)) {
        boolean locale = arguments.get(i).toString().startsWith("Locale.");
        if (!locale) {
          return in(dialect, format);
        }
      }
    }
    return List.of(Message.HOLE);
  }

  /** Reads {@code new StringBuilder("a").append(b)}. */
  private List<Message> readBuilder(Expression expression, int depth) {
    Deque<Expression> appended = new ArrayDeque<>();
    Expression at = expression;
    while (at instanceof MethodCallExpr call
        && call.getNameAsString().equals("append")
        && call.getArguments().size() == 1
        && call.getScope().isPresent()
        && appended.size() < MAX_OPERANDS) {
      appended.push(call.getArgument(0));
      at = call.getScope().orElseThrow();
    }
    if (!at.isObjectCreationExpr() || !isBuilder(at.asObjectCreationExpr().getTypeAsString())) {
      return List.of(Message.HOLE);
    }
    at.asObjectCreationExpr().getArguments().stream()
        .filter(argument -> !argument.isIntegerLiteralExpr())
        .forEach(appended::push);
    List<Message> joined = List.of(Message.text(""));
    for (Expression operand : appended) {
      joined = Message.join(joined, read(operand, depth));
    }
    return joined;
  }

  private static boolean isBuilder(String type) {
    return type.equals("StringBuilder") || type.equals("StringBuffer");
  }

  private static List<Message> in(Dialect dialect, List<Message> messages) {
    return messages.stream().map(message -> message.in(dialect)).toList();
  }

  private static boolean isConstantName(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }
}
