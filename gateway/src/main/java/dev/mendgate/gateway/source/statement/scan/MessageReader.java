package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
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
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads the messages that an expression may build. */
final class MessageReader {
  static final List<Message> UNKNOWN = List.of(Message.HOLE);

  private static final int MAX_DEPTH = 16;
  // What one expression may cost: others call each other, and what they call, many times over.
  private static final int MAX_STEPS = 20_000;

  private final FileScope scope;
  private final Locals locals = new Locals();
  private final Flow flow = new Flow(this);
  private final Sums sums = new Sums(this);
  private final TextCalls calls;
  private final Map<VariableDeclarator, List<Message>> held = new IdentityHashMap<>();
  private int steps;
  private int depth;

  MessageReader(FileScope scope) {
    this.scope = scope;
    this.calls = new TextCalls(this);
  }

  Locals locals() {
    return locals;
  }

  Flow flow() {
    return flow;
  }

  /** Returns at least one message; what is not known is a hole. */
  List<Message> readWhole(Expression expression) {
    steps = 0;
    depth = 0;
    held.clear();
    return read(expression);
  }

  /** As {@link #readWhole}, for a part of it. */
  List<Message> read(Expression expression) {
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      return UNKNOWN;
    }
    depth++;
    try {
      return readLiteral(expression);
    } finally {
      depth--;
    }
  }

  private List<Message> readLiteral(Expression expression) {
    try {
      if (expression instanceof StringLiteralExpr literal) {
        return List.of(Message.text(literal.asString()));
      }
      if (expression instanceof TextBlockLiteralExpr block) {
        return List.of(Message.text(block.asString()));
      }
      if (expression instanceof CharLiteralExpr literal) {
        return List.of(Message.text(String.valueOf(literal.asChar())));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException badEscape) {
      return UNKNOWN;
    }
    if (expression instanceof IntegerLiteralExpr literal) {
      return literal.getValue().matches("0|[1-9]\\d{0,8}")
          ? List.of(Message.text(literal.getValue()))
          : UNKNOWN;
    }
    return expression instanceof BooleanLiteralExpr literal
        ? List.of(Message.text(String.valueOf(literal.getValue())))
        : readComposed(expression);
  }

  private List<Message> readComposed(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return read(enclosed.getInner());
    }
    if (expression instanceof CastExpr cast) {
      return cast.getType().isPrimitiveType() ? UNKNOWN : read(cast.getExpression());
    }
    if (expression instanceof BinaryExpr sum) {
      return sum.getOperator() == BinaryExpr.Operator.PLUS ? sums.read(sum) : UNKNOWN;
    }
    if (expression instanceof ConditionalExpr choice) {
      return Message.either(read(choice.getThenExpr()), read(choice.getElseExpr()));
    }
    if (expression instanceof SwitchExpr choice) {
      return readArms(choice);
    }
    if (expression instanceof LambdaExpr lambda) {
      return readLambda(lambda);
    }
    return readReference(expression);
  }

  private List<Message> readReference(Expression expression) {
    if (expression instanceof NameExpr name) {
      return readName(name);
    }
    if (expression instanceof FieldAccessExpr field) {
      return readField(field);
    }
    if (expression instanceof MethodCallExpr call) {
      return calls.read(call);
    }
    return expression instanceof ObjectCreationExpr created ? calls.read(created) : UNKNOWN;
  }

  private List<Message> readLambda(LambdaExpr lambda) {
    if (!lambda.getParameters().isEmpty()) {
      return UNKNOWN;
    }
    if (lambda.getBody() instanceof ExpressionStmt body) {
      return read(body.getExpression());
    }
    return calls.readReturns(lambda.getBody());
  }

  private List<Message> readArms(SwitchExpr choice) {
    List<Message> arms = List.of();
    for (SwitchEntry entry : choice.getEntries()) {
      List<Message> arm = List.of();
      for (Statement statement : entry.getStatements()) {
        if (entry.getType() == SwitchEntry.Type.EXPRESSION
            && statement instanceof ExpressionStmt value) {
          arm = read(value.getExpression());
        }
        for (YieldStmt yield : statement.findAll(YieldStmt.class)) {
          arm = Message.either(arm, read(yield.getExpression()));
        }
      }
      arms = Message.either(arms, arm);
    }
    return arms.isEmpty() ? UNKNOWN : arms;
  }

  private List<Message> readName(NameExpr name) {
    Locals.Meaning meaning = locals.meaning(name);
    if (meaning instanceof Locals.Variable variable) {
      List<Message> now = held.get(variable.declared());
      return now == null ? flow.valueAt(name, variable) : now;
    }
    if (meaning instanceof Locals.Argument argument) {
      return argument.assigned()
              || argument.declared().isVarArgs()
              || !Types.isText(argument.declared().getTypeAsString())
          ? UNKNOWN
          : List.of(new Message(List.of(new Piece.Parameter(argument.index(), Dialect.PLAIN))));
    }
    if (meaning != null) {
      return UNKNOWN;
    }
    String text = name.getNameAsString();
    VariableDeclarator field = scope.field(text, name);
    if (field != null) {
      return readField(field);
    }
    return isConstantName(text) ? constant(scope.owners(text, name), text) : UNKNOWN;
  }

  private List<Message> readField(FieldAccessExpr field) {
    String name = field.getNameAsString();
    Expression owner = field.getScope();
    if (owner.isThisExpr()) {
      VariableDeclarator own = scope.field(name, field);
      return own == null ? UNKNOWN : readField(own);
    }
    if (owner.isNameExpr() || owner.isFieldAccessExpr()) {
      String className = owner.toString();
      VariableDeclarator here = scope.fieldOf(className, name);
      if (here != null && here.getInitializer().isPresent()) {
        return readField(here);
      }
      if (isConstantName(name) || isConstantName(FileScope.simple(className))) {
        return constant(scope.candidates(className, field), name);
      }
    }
    return UNKNOWN;
  }

  /** Returns what a constant holds whose declaration may be in another file. */
  List<Message> constant(List<String> owners, String name) {
    List<String> names = owners.stream().map(owner -> owner + "#" + name).toList();
    return names.isEmpty()
        ? UNKNOWN
        : List.of(new Message(List.of(new Piece.Constant(names, Dialect.PLAIN))));
  }

  FileScope scope() {
    return scope;
  }

  private List<Message> readField(VariableDeclarator field) {
    return FileScope.isConstant(field)
        ? field.getInitializer().map(this::read).orElse(UNKNOWN)
        : UNKNOWN;
  }

  /** Makes a variable mean what it holds at one point of a method. */
  void hold(VariableDeclarator variable, List<Message> messages) {
    held.put(variable, messages);
  }

  void release(VariableDeclarator variable) {
    held.remove(variable);
  }

  /** Returns whether a name is written as constants are: without lower-case letters. */
  static boolean isConstantName(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }
}
