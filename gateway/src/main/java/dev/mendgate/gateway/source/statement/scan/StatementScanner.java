package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the calls of one file that log or throw a text, and what they need of other files. */
final class StatementScanner {
  private static final int MAX_MESSAGE_ARGUMENT = 16;

  private final FileScope scope;
  private final MessageReader messages;
  private final LogCalls logs;
  private final Throws exceptions;
  private final Delegations delegations;
  private final MessageInterfaces interfaces;
  private final InterfaceCalls interfaceCalls;
  private final Declarations declarations;
  private final List<Found> found = new ArrayList<>();

  private StatementScanner(CompilationUnit unit) {
    scope = new FileScope(unit);
    messages = new MessageReader(scope);
    Loggers loggers = new Loggers(scope, messages.locals());
    logs = new LogCalls(loggers);
    exceptions = new Throws(scope);
    delegations = new Delegations(scope, loggers);
    interfaceCalls = new InterfaceCalls(scope, loggers);
    interfaces = new MessageInterfaces(scope, messages);
    declarations = new Declarations(scope, messages, loggers);
  }

  static FileScan scan(CompilationUnit unit) {
    StatementScanner scanner = new StatementScanner(unit);
    Nodes.under(unit).forEach(scanner::visit);
    Declarations declared = scanner.declarations;
    return new FileScan(
        scanner.found, declared.constants, declared.supertypes, declared.loggerTypes);
  }

  private void visit(Node node) {
    declarations.note(node);
    if (node instanceof MethodCallExpr call) {
      visitCall(call);
    } else if (node instanceof ObjectCreationExpr created) {
      visitCreation(created);
    } else if (node instanceof ExplicitConstructorInvocationStmt call) {
      Sink.Throw sink = call.getArguments().isEmpty() ? null : exceptions.read(call);
      if (sink != null) {
        add(call, sink, call.getArguments().size(), texts(call.getArguments(), 0));
      }
    } else if (node instanceof MethodDeclaration method) {
      MessageInterfaces.Declared declared = interfaces.read(method);
      if (declared != null) {
        addDeclared(method, declared);
      }
    }
  }

  private void visitCall(MethodCallExpr call) {
    LogCalls.LogCall log = call.getArguments().isEmpty() ? null : logs.read(call);
    if (log != null) {
      Map<Integer, List<Message>> texts = texts(call.getArguments(), log.from());
      texts = texts.isEmpty() ? new HashMap<>(Map.of(log.from(), MessageReader.UNKNOWN)) : texts;
      texts.replaceAll((i, text) -> Message.join(List.of(Message.text(log.prefix())), text));
      int arguments = call.getArguments().size() + (LogCalls.isChained(call) ? 1 : 0);
      add(LogCalls.outermost(call), log.sink(), arguments, texts);
      return;
    }
    Sink.Call declared = interfaceCalls.read(call);
    if (declared != null) {
      Node thrower = Throws.thrower(call);
      addCall(thrower == null ? call : thrower, declared, call.getArguments().size());
    }
    Sink.Call sink = call.getArguments().isEmpty() ? null : delegations.read(call);
    if (sink != null) {
      Map<Integer, List<Message>> texts = texts(call.getArguments(), Delegations.from(call, sink));
      if (delegations.isKnown(call, sink) || isWorthwhile(texts)) {
        Node thrower = Throws.thrower(call);
        add(thrower == null ? call : thrower, sink, call.getArguments().size(), texts);
      }
    }
  }

  private void visitCreation(ObjectCreationExpr created) {
    Sink.Throw sink = created.getArguments().isEmpty() ? null : exceptions.read(created);
    Map<Integer, List<Message>> texts = sink == null ? Map.of() : texts(created.getArguments(), 0);
    if (sink != null && (sink.named() || isWorthwhile(texts))) {
      Node thrower = Throws.thrower(created);
      add(thrower == null ? created : thrower, sink, created.getArguments().size(), texts);
    }
  }

  /** Of calls that need not log or throw, those count that pass on a parameter or two words. */
  private static boolean isWorthwhile(Map<Integer, List<Message>> texts) {
    return texts.values().stream()
        .flatMap(List::stream)
        .anyMatch(message -> message.hasParameter() || message.hasTwoWords());
  }

  private Map<Integer, List<Message>> texts(List<Expression> arguments, int from) {
    Map<Integer, List<Message>> texts = new HashMap<>();
    int last = Math.min(arguments.size(), from + MAX_MESSAGE_ARGUMENT);
    for (int i = from; i < last; i++) {
      List<Message> read = messages.readWhole(arguments.get(i));
      if (read.stream().anyMatch(Message::mayBeText)) {
        texts.put(i, read);
      }
    }
    return texts;
  }

  private void add(Node node, Sink sink, int arguments, Map<Integer, List<Message>> texts) {
    if (!texts.isEmpty()) {
      addCall(node, sink, arguments, texts);
    }
  }

  private void addCall(Node node, Sink sink, int arguments) {
    addCall(node, sink, arguments, Map.of());
  }

  private void addCall(Node node, Sink sink, int arguments, Map<Integer, List<Message>> texts) {
    CallableDeclaration<?> around =
        Locals.callable(node) instanceof CallableDeclaration<?> method
                && node != method
                && !FileScope.inAnonymousClass(node)
            ? method
            : null;
    int arity = around == null ? -1 : around.getParameters().size();
    found.add(
        new Found(
            sink,
            arguments,
            texts,
            node.getRange().map(r -> r.begin.line).orElse(1),
            node.getRange().map(r -> r.end.line).orElse(1),
            scope.className(node),
            method(node),
            arity,
            around != null && arity > 0 && around.getParameter(arity - 1).isVarArgs()));
  }

  private void addDeclared(MethodDeclaration method, MessageInterfaces.Declared declared) {
    found.add(
        new Found(
            new Sink.Declares(declared.sink()),
            1,
            Map.of(0, declared.messages()),
            method.getRange().map(r -> r.begin.line).orElse(1),
            method.getRange().map(r -> r.end.line).orElse(1),
            scope.className(method),
            method.getNameAsString(),
            method.getParameters().size(),
            false));
  }

  private static String method(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof MethodDeclaration method) {
        return method.getNameAsString();
      }
      if (at instanceof ConstructorDeclaration) {
        return "<init>";
      }
      if (at instanceof InitializerDeclaration initializer) {
        return initializer.isStatic() ? "<clinit>" : "<init>";
      }
      if (at instanceof FieldDeclaration field) {
        return field.isStatic() ? "<clinit>" : "<init>";
      }
    }
    return "<init>";
  }
}
