package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out whether an expression is a logger, and of which type. */
final class Loggers {
  /**
   * What an expression is.
   *
   * @param type its type; null where other files decide
   * @param fields where these declare it, as in {@link Sink.LogBy}
   * @param owners classes the logger may be of, where its type is a project's own
   * @param byName whether it is called like a logger
   */
  record Target(
      @Nullable LoggerType type, List<String> fields, List<String> owners, boolean byName) {
    static Target of(LoggerType type) {
      return new Target(type, List.of(), List.of(), false);
    }

    static Target pending(List<String> fields, boolean byName) {
      return new Target(null, fields, List.of(), byName);
    }

    boolean mayLog() {
      return type != LoggerType.NONE && (type != null || byName || !fields.isEmpty());
    }
  }

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:m|s|_|__)?(?:[lL]og|LOG)(?:ger|GER)?(?:_\\w*|[A-Z]{3,}\\w*)?"
              + "|\\w*(?:[a-z]Log|_log|_LOG|[A-Z]{2,}LOG)(?:ger|GER)?"
              + "|get(?:\\w*)Log(?:ger)?");

  private static final Map<String, LoggerType> LOMBOK =
      Map.of(
          "Slf4j", LoggerType.BRACES,
          "XSlf4j", LoggerType.BRACES,
          "Log4j2", LoggerType.BRACES,
          "Log4j", LoggerType.PLAIN,
          "CommonsLog", LoggerType.PLAIN,
          "JBossLog", LoggerType.PLAIN,
          "Log", LoggerType.MESSAGE_FORMAT,
          "Flogger", LoggerType.PRINTF,
          "CustomLog", LoggerType.UNKNOWN);

  private static final Map<String, String> FACTORIES =
      Map.of(
          "LoggerFactory", "org.slf4j.Logger",
          "XLoggerFactory", "org.slf4j.ext.XLogger",
          "LogFactory", "org.apache.commons.logging.Log",
          "LogManager", "org.apache.logging.log4j.Logger",
          "System", "System.Logger",
          "FluentLogger", "com.google.common.flogger.FluentLogger",
          "GoogleLogger", "com.google.common.flogger.GoogleLogger");

  private final FileScope scope;
  private final Locals locals;

  Loggers(FileScope scope, Locals locals) {
    this.scope = scope;
    this.locals = locals;
  }

  Target target(Expression owner) {
    if (owner instanceof NameExpr name) {
      return ofName(name);
    }
    if (owner instanceof FieldAccessExpr field) {
      return ofField(field);
    }
    return owner instanceof MethodCallExpr call ? ofCall(call) : Target.of(LoggerType.NONE);
  }

  private Target ofName(NameExpr name) {
    String text = name.getNameAsString();
    Locals.Meaning meaning = locals.meaning(name);
    if (meaning instanceof Locals.Variable variable) {
      return ofDeclared(variable.declared());
    }
    if (meaning instanceof Locals.Argument argument) {
      return ofType(argument.declared().getTypeAsString(), name);
    }
    if (meaning instanceof Locals.Opaque opaque) {
      return opaque.type() == null
          ? Target.pending(List.of(), isNamed(text))
          : ofType(opaque.type(), name);
    }
    VariableDeclarator field = scope.field(text, name);
    if (field != null) {
      return ofDeclared(field);
    }
    LoggerType lombok = text.equals("log") || text.equals("logger") ? lombok(name) : null;
    if (lombok != null) {
      return Target.of(lombok);
    }
    if (LoggerType.named(text)) {
      return ofType(text, name);
    }
    List<String> owners = scope.owners(text, name);
    return Target.pending(owners.stream().map(o -> o + "#" + text).toList(), isNamed(text));
  }

  private Target ofField(FieldAccessExpr field) {
    String name = field.getNameAsString();
    Expression owner = field.getScope();
    List<String> owners;
    if (owner.isThisExpr() || owner.isSuperExpr()) {
      VariableDeclarator own = owner.isThisExpr() ? scope.field(name, field) : null;
      if (own != null) {
        return ofDeclared(own);
      }
      owners = scope.enclosing(field);
    } else {
      String declared = owner instanceof NameExpr variable ? typeOf(variable) : null;
      String className = declared == null ? owner.toString() : declared;
      VariableDeclarator here = scope.fieldOf(className, name);
      if (here != null) {
        return ofDeclared(here);
      }
      if (LoggerType.named(name) && declared == null) {
        return ofType(owner + "." + name, field);
      }
      owners = scope.candidates(className, field);
    }
    return Target.pending(owners.stream().map(o -> o + "#" + name).toList(), isNamed(name));
  }

  private Target ofCall(MethodCallExpr call) {
    String name = call.getNameAsString();
    Expression owner = call.getScope().orElse(null);
    if (owner == null || owner.isThisExpr() || owner.isSuperExpr()) {
      MethodDeclaration own = scope.method(name, call.getArguments().size(), call);
      if (own != null && owner == null) {
        return ofType(own.getTypeAsString(), call);
      }
      List<String> fields =
          scope.owners(name, call).stream().map(o -> o + "#" + name + "()").toList();
      return Target.pending(fields, isNamed(name));
    }
    Target made = made(call, owner);
    return made == null ? Target.pending(List.of(), isNamed(name)) : made;
  }

  /** Returns the logger a factory makes; null for other calls. */
  private @Nullable Target made(MethodCallExpr call, Expression owner) {
    String factory = FileScope.simple(owner.toString());
    if (call.getNameAsString().equals("getFormatterLogger")) {
      return Target.of(LoggerType.PRINTF);
    }
    if (factory.equals("LogManager")
        && scope.candidates(factory, call).contains("org.apache.log4j.LogManager")) {
      return Target.of(LoggerType.PLAIN);
    }
    if (LoggerType.named(factory) && !FACTORIES.containsKey(factory)) {
      return ofType(owner.toString(), call);
    }
    String type = FACTORIES.get(factory);
    LoggerType known = type == null ? null : LoggerType.known(type);
    return known == null ? null : Target.of(known);
  }

  Target ofDeclared(VariableDeclarator variable) {
    Expression value = variable.getInitializer().orElse(null);
    String type = variable.getTypeAsString();
    if (value instanceof MethodCallExpr call
        && (type.equals("var") || call.getNameAsString().equals("getFormatterLogger"))) {
      return ofCall(call);
    }
    return ofType(type, variable);
  }

  Target ofType(String type, Node node) {
    List<String> candidates = scope.candidates(bare(type), node);
    for (String candidate : candidates) {
      LoggerType known = LoggerType.known(candidate);
      if (known != null) {
        return Target.of(known);
      }
    }
    return LoggerType.named(FileScope.simple(type))
        ? new Target(LoggerType.UNKNOWN, List.of(), candidates, true)
        : Target.of(LoggerType.NONE);
  }

  /** Returns the type a variable is declared with; null where the name is none. */
  @Nullable String typeOf(NameExpr name) {
    Locals.Meaning meaning = locals.meaning(name);
    if (meaning instanceof Locals.Variable variable) {
      return bare(variable.declared().getTypeAsString());
    }
    if (meaning instanceof Locals.Argument argument) {
      return bare(argument.declared().getTypeAsString());
    }
    if (meaning instanceof Locals.Opaque opaque) {
      return opaque.type() == null ? "?" : bare(opaque.type());
    }
    VariableDeclarator field = scope.field(name.getNameAsString(), name);
    return field == null ? null : bare(field.getTypeAsString());
  }

  private static String bare(String type) {
    return type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
  }

  private static @Nullable LoggerType lombok(Node node) {
    for (TypeDeclaration<?> type : FileScope.around(node)) {
      for (var annotation : ((NodeWithAnnotations<?>) type).getAnnotations()) {
        LoggerType found = LOMBOK.get(FileScope.simple(annotation.getNameAsString()));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  static boolean isNamed(String name) {
    return NAMES.matcher(name).matches();
  }
}
