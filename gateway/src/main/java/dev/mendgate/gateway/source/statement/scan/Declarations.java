package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what other files may refer to: constants, loggers and the classes a class extends. */
final class Declarations {
  private final FileScope scope;
  private final MessageReader messages;
  private final Loggers loggers;
  final Map<String, Message> constants = new HashMap<>();
  final Map<String, List<List<String>>> supertypes = new HashMap<>();
  final Map<String, LoggerType> loggerTypes = new HashMap<>();

  Declarations(FileScope scope, MessageReader messages, Loggers loggers) {
    this.scope = scope;
    this.messages = messages;
    this.loggers = loggers;
  }

  void note(Node node) {
    if (node instanceof FieldDeclaration field) {
      noteField(field);
    } else if (node instanceof MethodDeclaration method && method.getParameters().isEmpty()) {
      noteMethod(method);
    } else if (node instanceof TypeDeclaration<?> type) {
      List<List<String>> extended = scope.supertypes(type);
      if (!extended.isEmpty()) {
        supertypes.put(dotted(type), extended);
      }
      if (type instanceof EnumDeclaration choice) {
        noteEnum(choice);
      }
    }
  }

  private void noteField(FieldDeclaration field) {
    boolean inInterface = field.getParentNode().map(FileScope::isInterface).orElse(false);
    boolean constant = inInterface || (field.isStatic() && field.isFinal());
    for (VariableDeclarator variable : field.getVariables()) {
      String key = dotted(field) + "#" + variable.getNameAsString();
      Expression value = variable.getInitializer().orElse(null);
      if (constant && value != null && Types.isString(variable.getTypeAsString())) {
        noteText(key, value);
      }
      String type = variable.getTypeAsString();
      if (!field.isPrivate() && InterfaceCalls.mayHold(type)) {
        // A call of the field is one of what it is declared as.
        supertypes.put(
            dotted(field) + "." + variable.getNameAsString(),
            List.of(scope.candidates(type, field)));
      }
      if (!field.isPrivate() && !FileScope.inAnonymousClass(field)) {
        noteLogger(key, variable.getNameAsString(), loggers.ofDeclared(variable));
      }
    }
  }

  private void noteText(String key, Expression value) {
    List<Message> read = messages.readWhole(value);
    if (read.size() == 1 && read.get(0).mayBeText() && !read.get(0).hasParameter()) {
      constants.put(key, read.get(0));
    }
  }

  private void noteLogger(String key, String name, Loggers.Target target) {
    LoggerType type = target.type();
    if (type != null && (type != LoggerType.NONE || Loggers.isNamed(name))) {
      loggerTypes.put(key, type);
    }
  }

  private void noteMethod(MethodDeclaration method) {
    String name = method.getNameAsString();
    String key = dotted(method) + "#" + name + "()";
    if (!method.isPrivate() && !FileScope.inAnonymousClass(method)) {
      noteLogger(key, name, loggers.ofType(method.getTypeAsString(), method));
    }
    Expression returned = onlyReturned(method);
    if (method.isStatic() && returned != null && Types.isString(method.getTypeAsString())) {
      noteText(key, returned);
    }
  }

  private static @Nullable Expression onlyReturned(MethodDeclaration method) {
    List<Statement> body =
        method.getBody().map(b -> List.copyOf(b.getStatements())).orElse(List.of());
    return body.size() == 1 && body.get(0) instanceof ReturnStmt only
        ? only.getExpression().orElse(null)
        : null;
  }

  /** Notes the texts that an enum's constants hold in fields, and the methods that return these. */
  private void noteEnum(EnumDeclaration type) {
    if (type.getConstructors().size() != 1) {
      return;
    }
    ConstructorDeclaration constructor = type.getConstructors().get(0);
    for (EnumConstantDeclaration entry : type.getEntries()) {
      if (entry.getArguments().size() != constructor.getParameters().size()
          || !entry.getClassBody().isEmpty()) {
        continue;
      }
      String owner = dotted(type) + "." + entry.getNameAsString() + "#";
      for (AssignExpr assign : constructor.getBody().findAll(AssignExpr.class)) {
        String field = assignedField(assign);
        int index = parameter(constructor, assign.getValue());
        if (field != null
            && index >= 0
            && Types.isString(constructor.getParameter(index).getTypeAsString())) {
          noteText(owner + field, entry.getArgument(index));
          noteGetters(type, field, owner);
        }
      }
    }
  }

  private void noteGetters(EnumDeclaration type, String field, String owner) {
    Message text = constants.get(owner + field);
    for (MethodDeclaration method : type.getMethods()) {
      Expression returned = method.getParameters().isEmpty() ? onlyReturned(method) : null;
      boolean same =
          returned != null
              && (returned.toString().equals(field) || returned.toString().equals("this." + field));
      if (same && text != null) {
        constants.put(owner + method.getNameAsString() + "()", text);
      }
    }
  }

  private static @Nullable String assignedField(AssignExpr assign) {
    if (assign.getTarget() instanceof FieldAccessExpr field && field.getScope().isThisExpr()) {
      return field.getNameAsString();
    }
    return assign.getTarget() instanceof NameExpr name ? name.getNameAsString() : null;
  }

  private static int parameter(ConstructorDeclaration constructor, Expression value) {
    for (int i = 0; i < constructor.getParameters().size(); i++) {
      if (value.toString().equals(constructor.getParameter(i).getNameAsString())) {
        return i;
      }
    }
    return -1;
  }

  private String dotted(Node node) {
    return scope.className(node).replace('$', '.');
  }
}
