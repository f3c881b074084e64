package dev.mendgate.gateway.source.statement;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that logs.
 *
 * @param level upper-case level; null where it is decided at run time
 * @param dialect how the message marks its arguments
 * @param arguments arguments of the call, among them the message
 */
record LogCall(@Nullable String level, Dialect dialect, List<Expression> arguments) {
  private static final Set<String> LEVELS =
      Set.of(
          "trace", "debug", "info", "warn", "warning", "error", "fatal", "severe", "config", "fine",
          "finer", "finest");
  private static final Set<String> LOG = Set.of("log", "logp", "logrb", "printf", "setMessage");
  private static final Set<String> NAMES =
      Set.of("log", "logger", "_log", "_logger", "mlog", "mlogger");
  private static final int MAX_CHAIN = 32;

  /** Reads a call, or returns null where it does not log. */
  static @Nullable LogCall read(MethodCallExpr call, FileScope scope) {
    String name = call.getNameAsString();
    Expression owner = call.getScope().orElse(null);
    boolean logs = LOG.contains(name) || LEVELS.contains(name) || levelWithSuffix(name) != null;
    if (owner == null || !logs || call.getArguments().isEmpty()) {
      return null;
    }
    String fluent = fluentLevel(owner);
    Expression root = fluent == null ? owner : rootOf(owner);
    if (!isLogger(root, scope)) {
      return null;
    }
    if (fluent != null) {
      boolean flogger = isFlogger(root, scope);
      return new LogCall(fluent, flogger ? Dialect.PRINTF : Dialect.BRACES, call.getArguments());
    }
    String plain = levelWithSuffix(name);
    if (plain != null) {
      Dialect dialect = name.endsWith("f") ? Dialect.PRINTF : Dialect.MESSAGE_FORMAT;
      return new LogCall(plain, dialect, call.getArguments());
    }
    if (LEVELS.contains(name)) {
      return new LogCall(name.toUpperCase(Locale.ROOT), dialect(scope), call.getArguments());
    }
    return leveled(call, scope);
  }

  private static LogCall leveled(MethodCallExpr call, FileScope scope) {
    String level = null;
    for (Expression argument : call.getArguments()) {
      if (argument instanceof FieldAccessExpr field
          && field.getScope().toString().endsWith("Level")) {
        level = field.getNameAsString().toUpperCase(Locale.ROOT);
        break;
      }
    }
    boolean printf = call.getNameAsString().equals("printf");
    return new LogCall(level, printf ? Dialect.PRINTF : dialect(scope), call.getArguments());
  }

  private static Dialect dialect(FileScope scope) {
    if (scope.importsFrom("java.util.logging")) {
      return Dialect.MESSAGE_FORMAT;
    }
    if (scope.importsFrom("org.slf4j") || scope.importsFrom("lombok.extern")) {
      return Dialect.BRACES;
    }
    boolean plain =
        scope.importsFrom("org.apache.commons.logging") || scope.importsFrom("org.apache.log4j");
    return plain ? Dialect.PLAIN : Dialect.ANY;
  }

  private static @Nullable String levelWithSuffix(String name) {
    String level = name.substring(0, name.length() - 1);
    boolean suffixed = (name.endsWith("f") || name.endsWith("v"));
    return suffixed && LEVELS.contains(level) ? level.toUpperCase(Locale.ROOT) : null;
  }

  /** Returns the level of {@code logger.atInfo().addArgument(x)}, or null for other chains. */
  private static @Nullable String fluentLevel(Expression owner) {
    Expression at = owner;
    for (int i = 0; i < MAX_CHAIN && at instanceof MethodCallExpr call; i++) {
      String name = call.getNameAsString();
      if (name.startsWith("at") && LEVELS.contains(name.substring(2).toLowerCase(Locale.ROOT))) {
        return name.substring(2).toUpperCase(Locale.ROOT);
      }
      at = call.getScope().orElse(call);
      if (at == call) {
        return null;
      }
    }
    return null;
  }

  private static Expression rootOf(Expression owner) {
    Expression at = owner;
    for (int i = 0; i < MAX_CHAIN && at instanceof MethodCallExpr call; i++) {
      Expression next = call.getScope().orElse(null);
      if (next == null) {
        return at;
      }
      at = next;
      if (call.getNameAsString().startsWith("at")) {
        return at;
      }
    }
    return at;
  }

  private static boolean isLogger(Expression owner, FileScope scope) {
    String name = lastName(owner);
    if (name == null) {
      return false;
    }
    if (owner instanceof MethodCallExpr) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.equals("log")
          || lower.equals("logger")
          || lower.equals("getlogger")
          || lower.equals("getlog");
    }
    return scope
        .declaredType(name)
        .map(type -> type.equals("Log") || type.endsWith("Logger"))
        .orElse(NAMES.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static boolean isFlogger(Expression root, FileScope scope) {
    String name = lastName(root);
    boolean fluent =
        name != null
            && scope.declaredType(name).map(type -> type.equals("FluentLogger")).orElse(false);
    return fluent || scope.importsFrom("com.google.common.flogger");
  }

  private static @Nullable String lastName(Expression owner) {
    if (owner instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (owner instanceof FieldAccessExpr field) {
      return field.getNameAsString();
    }
    return owner instanceof MethodCallExpr call ? call.getNameAsString() : null;
  }
}
