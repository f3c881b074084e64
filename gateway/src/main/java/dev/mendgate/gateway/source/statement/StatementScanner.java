package dev.mendgate.gateway.source.statement;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the logging and throwing statements of one file, and its string constants. */
final class StatementScanner {
  private static final int MAX_MESSAGE_ARGUMENT = 4;

  private final ParsedFile file;
  private final FileScope scope;
  private final MessageReader messages;
  private final List<FoundStatement> found = new ArrayList<>();
  private final Map<String, Message> constants = new HashMap<>();

  private StatementScanner(ParsedFile file) {
    this.file = file;
    this.scope = new FileScope(file.unit());
    this.messages = new MessageReader(scope);
  }

  static FileStatements scan(ParsedFile file) {
    StatementScanner scanner = new StatementScanner(file);
    file.unit().walk(scanner::visit);
    return new FileStatements(scanner.found, scanner.constants);
  }

  private void visit(Node node) {
    if (node instanceof MethodCallExpr call) {
      LogCall log = LogCall.read(call, scope);
      if (log != null) {
        add(call, StatementKind.LOG, log.level(), null, log.arguments(), log.dialect());
      }
    } else if (node instanceof ThrowStmt thrown) {
      visitThrown(thrown, thrown.getExpression());
    } else if (node instanceof ExplicitConstructorInvocationStmt call && !call.isThis()) {
      visitSuper(call);
    } else if (node instanceof FieldDeclaration field) {
      noteConstants(field);
    }
  }

  private void visitThrown(ThrowStmt statement, Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      visitThrown(statement, enclosed.getInner());
    } else if (expression instanceof ConditionalExpr choice) {
      visitThrown(statement, choice.getThenExpr());
      visitThrown(statement, choice.getElseExpr());
    } else if (expression.isCastExpr()) {
      visitThrown(statement, expression.asCastExpr().getExpression());
    } else if (expression instanceof MethodCallExpr call
        && call.getScope().isPresent()
        && (call.getNameAsString().equals("initCause")
            || call.getNameAsString().equals("fillInStackTrace"))) {
      visitThrown(statement, call.getScope().orElseThrow());
    } else if (expression instanceof ObjectCreationExpr created) {
      String type = scope.exceptionType(created.getType().getNameWithScope());
      Dialect dialect = created.getArguments().size() > 1 ? Dialect.ANY : Dialect.PLAIN;
      add(statement, StatementKind.THROW, null, type, created.getArguments(), dialect);
    }
  }

  /** An exception that words its message itself: {@code super("no such item: " + id)}. */
  private void visitSuper(ExplicitConstructorInvocationStmt call) {
    boolean exception =
        call.findAncestor(ClassOrInterfaceDeclaration.class)
            .map(StatementScanner::namesException)
            .orElse(false);
    if (exception) {
      String thrown = scope.className(call);
      Dialect dialect = call.getArguments().size() > 1 ? Dialect.ANY : Dialect.PLAIN;
      add(call, StatementKind.THROW, null, thrown, call.getArguments(), dialect);
    }
  }

  private static boolean namesException(ClassOrInterfaceDeclaration type) {
    return type.getExtendedTypes().stream()
        .map(extended -> extended.getNameAsString())
        .anyMatch(
            name ->
                name.endsWith("Exception") || name.endsWith("Error") || name.equals("Throwable"));
  }

  private void add(
      Node node,
      StatementKind kind,
      @Nullable String level,
      @Nullable String exceptionType,
      List<Expression> arguments,
      Dialect dialect) {
    int last = Math.min(arguments.size(), MAX_MESSAGE_ARGUMENT);
    for (int i = 0; i < last; i++) {
      List<Message> read = messages.read(arguments.get(i));
      if (read.stream().noneMatch(Message::mayBeText) || isLevel(arguments.get(i))) {
        continue;
      }
      boolean formatted = i + 1 < arguments.size() || kind == StatementKind.LOG && inChain(node);
      for (Message message : read) {
        if (message.mayBeText()) {
          add(node, kind, level, exceptionType, formatted ? message.in(dialect) : message);
        }
      }
      return;
    }
  }

  private void add(
      Node node,
      StatementKind kind,
      @Nullable String level,
      @Nullable String exceptionType,
      Message message) {
    found.add(
        new FoundStatement(
            message,
            file.path(),
            node.getRange().map(r -> r.begin.line).orElse(1),
            node.getRange().map(r -> r.end.line).orElse(1),
            scope.className(node),
            method(node),
            kind,
            level,
            exceptionType));
  }

  private static boolean isLevel(Expression argument) {
    return argument.isFieldAccessExpr()
        && argument.asFieldAccessExpr().getScope().toString().endsWith("Level");
  }

  /** Arguments of a fluent call may be added by other calls of the chain. */
  private static boolean inChain(Node node) {
    return node instanceof MethodCallExpr call
        && call.getScope().map(Expression::isMethodCallExpr).orElse(false);
  }

  private void noteConstants(FieldDeclaration field) {
    boolean inInterface =
        field
            .getParentNode()
            .map(p -> p instanceof TypeDeclaration<?> t && FileScope.isInterface(t))
            .orElse(false);
    if (!inInterface && !(field.isStatic() && field.isFinal())) {
      return;
    }
    for (VariableDeclarator variable : field.getVariables()) {
      Expression value = variable.getInitializer().orElse(null);
      if (value == null || !variable.getTypeAsString().endsWith("String")) {
        continue;
      }
      Message message = messages.read(value).get(0);
      if (message.mayBeText()) {
        String owner = scope.className(field).replace('$', '.');
        constants.put(owner + "#" + variable.getNameAsString(), message);
      }
    }
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
