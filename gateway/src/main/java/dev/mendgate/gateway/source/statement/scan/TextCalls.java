package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what calls return that format, join or build a text. */
final class TextCalls {
  private static final int MAX_OPERANDS = 512;

  /** Static methods whose first text is a format. */
  private static final Map<String, Dialect> FORMATTERS =
      Map.ofEntries(
          Map.entry("String.format", Dialect.PRINTF),
          Map.entry("MessageFormat.format", Dialect.MESSAGE_FORMAT),
          Map.entry("MessageFormatter.format", Dialect.BRACES),
          Map.entry("MessageFormatter.arrayFormat", Dialect.BRACES),
          Map.entry("MessageFormatter.basicArrayFormat", Dialect.BRACES),
          Map.entry("ParameterizedMessage.format", Dialect.BRACES),
          Map.entry("Strings.lenientFormat", Dialect.PRINTF),
          Map.entry("LogMessage.format", Dialect.PRINTF),
          Map.entry("LogMessage.of", Dialect.PLAIN));

  /** Objects that stand for a formatted text. */
  private static final Map<String, Dialect> MESSAGES =
      Map.of(
          "ParameterizedMessage", Dialect.BRACES,
          "FormattedMessage", Dialect.ANY,
          "StringFormattedMessage", Dialect.PRINTF,
          "MessageFormatMessage", Dialect.MESSAGE_FORMAT,
          "SimpleMessage", Dialect.PLAIN,
          "ObjectMessage", Dialect.PLAIN,
          "String", Dialect.PLAIN);

  private final MessageReader reader;
  private final BundleCalls bundles;

  TextCalls(MessageReader reader) {
    this.reader = reader;
    this.bundles = new BundleCalls(reader);
  }

  List<Message> read(MethodCallExpr call) {
    Expression owner = call.getScope().orElse(null);
    List<Expression> arguments = call.getArguments();
    if (owner == null || owner.isThisExpr()) {
      return readOwn(call);
    }
    List<Message> lookedUp = bundles.read(call);
    if (lookedUp != null) {
      return lookedUp;
    }
    return switch (call.getNameAsString()) {
      case "formatted" -> in(Dialect.PRINTF, reader.read(owner));
      case "concat" ->
          arguments.size() == 1
              ? Message.join(reader.read(owner), reader.read(arguments.get(0)))
              : MessageReader.UNKNOWN;
      case "toString", "intern", "get", "getMessage" ->
          arguments.isEmpty() ? readHolder(call, owner) : MessageReader.UNKNOWN;
      case "append" -> readAppended(call);
      case "join" -> owner.toString().equals("String") ? joined(arguments) : MessageReader.UNKNOWN;
      case "valueOf" ->
          owner.toString().equals("String") && arguments.size() == 1
              ? reader.read(arguments.get(0))
              : MessageReader.UNKNOWN;
      default -> readStatic(call, owner);
    };
  }

  /** Reads what {@code toString()} or {@code get()} gives back. */
  private List<Message> readHolder(MethodCallExpr call, Expression owner) {
    if (call.getNameAsString().equals("getMessage")) {
      boolean formatted =
          owner instanceof MethodCallExpr inner
              && inner.getScope().map(Expression::toString).orElse("").equals("MessageFormatter");
      return formatted ? reader.read(owner) : readStatic(call, owner);
    }
    boolean held = owner.isNameExpr() || owner.isMethodCallExpr() || owner.isObjectCreationExpr();
    return held || owner.isEnclosedExpr() || owner.isFieldAccessExpr()
        ? reader.read(owner)
        : MessageReader.UNKNOWN;
  }

  private List<Message> readStatic(MethodCallExpr call, Expression owner) {
    String name = call.getNameAsString();
    if (!owner.isNameExpr() && !owner.isFieldAccessExpr()) {
      return MessageReader.UNKNOWN;
    }
    String className = owner.toString();
    String simple = FileScope.simple(className);
    Dialect dialect = FORMATTERS.get(simple + "." + name);
    if (dialect == null && name.equals("format") && Character.isUpperCase(simple.charAt(0))) {
      dialect = Dialect.ANY;
    }
    if (dialect != null) {
      return readFormat(call.getArguments(), dialect);
    }
    if (name.startsWith("format")) {
      return readWrapped(call);
    }
    boolean told = call.getArguments().isEmpty() && Character.isUpperCase(simple.charAt(0));
    return told
        ? reader.constant(reader.scope().candidates(className, call), name + "()")
        : MessageReader.UNKNOWN;
  }

  private List<Message> readFormat(List<Expression> arguments, Dialect dialect) {
    for (int i = 0; i < Math.min(2, arguments.size()); i++) {
      List<Message> format = reader.read(arguments.get(i));
      boolean locale = arguments.get(i).toString().startsWith("Locale.");
      if (!locale && format.stream().anyMatch(Message::mayBeText)) {
        return in(dialect, format);
      }
    }
    return MessageReader.UNKNOWN;
  }

  private List<Message> joined(List<Expression> arguments) {
    if (arguments.size() < 3) {
      return MessageReader.UNKNOWN;
    }
    List<Message> joined = reader.read(arguments.get(1));
    for (Expression part : arguments.subList(2, arguments.size())) {
      joined = Message.join(joined, reader.read(arguments.get(0)));
      joined = Message.join(joined, reader.read(part));
    }
    return joined;
  }

  /** Reads {@code new StringBuilder("a")}, and objects that stand for a message. */
  List<Message> read(ObjectCreationExpr created) {
    String type = created.getType().getNameAsString();
    List<Expression> arguments = created.getArguments();
    if (Types.isBuilder(type)) {
      boolean text = arguments.size() == 1 && !arguments.get(0).isIntegerLiteralExpr();
      return text && mayBeText(arguments.get(0))
          ? reader.read(arguments.get(0))
          : List.of(Message.text(""));
    }
    Dialect dialect = MESSAGES.get(type);
    return dialect == null || arguments.isEmpty()
        ? MessageReader.UNKNOWN
        : readFormat(arguments, dialect);
  }

  /** A builder may be given its capacity instead of a text. */
  private boolean mayBeText(Expression argument) {
    return new Sums(reader).isText(argument, 0)
        || reader.read(argument).stream().anyMatch(Message::mayBeText);
  }

  /** Reads {@code new StringBuilder("a").append(b)}. */
  private List<Message> readAppended(MethodCallExpr last) {
    Deque<Expression> appended = new ArrayDeque<>();
    Expression at = last;
    while (at instanceof MethodCallExpr call
        && call.getNameAsString().equals("append")
        && call.getArguments().size() == 1
        && appended.size() < MAX_OPERANDS) {
      appended.push(call.getArgument(0));
      at = call.getScope().orElse(call);
    }
    boolean builder =
        at.isNameExpr()
            || (at instanceof ObjectCreationExpr created
                && Types.isBuilder(created.getTypeAsString()));
    List<Message> joined = builder ? reader.read(at) : MessageReader.UNKNOWN;
    for (Expression operand : builder ? appended : List.<Expression>of()) {
      joined = Message.join(joined, reader.read(operand));
    }
    return joined;
  }

  /** Reads what a method of the same file returns that no other class can override. */
  private List<Message> readOwn(MethodCallExpr call) {
    List<Expression> arguments = call.getArguments();
    if (call.getNameAsString().equals("format") && call.getScope().isEmpty()) {
      List<String> owners = reader.scope().owners("format", call);
      if (owners.contains("java.lang.String")) {
        return readFormat(arguments, Dialect.PRINTF);
      }
    }
    MethodDeclaration method =
        reader.scope().method(call.getNameAsString(), arguments.size(), call);
    if (method == null || !isFixed(method) || method.getBody().isEmpty()) {
      return call.getNameAsString().startsWith("format")
          ? readWrapped(call)
          : MessageReader.UNKNOWN;
    }
    Map<Integer, List<Message>> passed = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      passed.put(i, reader.read(arguments.get(i)));
    }
    List<Message> filled = List.of();
    for (Message returned : readReturns(method.getBody().orElseThrow())) {
      filled = Message.either(filled, returned.filledIn(passed));
    }
    return filled.isEmpty() ? MessageReader.UNKNOWN : filled;
  }

  /** Reads a formatting method that is not known: it may put more around the text it is given. */
  private List<Message> readWrapped(MethodCallExpr call) {
    for (Expression argument : call.getArguments()) {
      List<Message> read = in(Dialect.ANY, reader.read(argument));
      if (read.stream().anyMatch(Message::hasTwoWords)) {
        return read.stream().map(Message::somewhere).toList();
      }
    }
    return MessageReader.UNKNOWN;
  }

  private static boolean isFixed(MethodDeclaration method) {
    Node type = method.getParentNode().orElse(method);
    boolean open =
        type instanceof ClassOrInterfaceDeclaration declared
            && (declared.isInterface() || !declared.isFinal());
    return !open
        || method.isStatic()
        || method.isPrivate()
        || method.hasModifier(Modifier.Keyword.FINAL);
  }

  /** Returns what the return statements of a body may give, those of inner methods left out. */
  List<Message> readReturns(Node body) {
    List<Message> returned = List.of();
    for (ReturnStmt statement : body.findAll(ReturnStmt.class)) {
      if (bodyAround(statement) == body) {
        List<Message> value =
            statement.getExpression().map(reader::read).orElse(MessageReader.UNKNOWN);
        returned = Message.either(returned, value);
      }
    }
    return returned.isEmpty() ? MessageReader.UNKNOWN : returned;
  }

  private static @Nullable Node bodyAround(Node statement) {
    for (Node at = statement; at != null; at = at.getParentNode().orElse(null)) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof LambdaExpr || parent instanceof MethodDeclaration) {
        return at;
      }
    }
    return null;
  }

  private static List<Message> in(Dialect dialect, List<Message> messages) {
    return messages.stream().map(message -> message.in(dialect)).toList();
  }
}
