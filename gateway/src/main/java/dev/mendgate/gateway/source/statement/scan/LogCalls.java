package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises calls that log. */
final class LogCalls {
  /**
   * A call that logs, or may.
   *
   * @param from index of the first argument that may be the message
   * @param prefix text that is written before the message
   */
  record LogCall(Sink sink, int from, String prefix) {}

  private static final Set<String> LEVELS =
      Set.of(
          "trace", "debug", "info", "warn", "warning", "error", "fatal", "severe", "config", "fine",
          "finer", "finest");
  private static final Set<String> LOG =
      Set.of(
          "log",
          "logp",
          "logrb",
          "logf",
          "logv",
          "logVarargs",
          "printf",
          "setMessage",
          "traceEntry",
          "traceExit");
  private static final Set<String> CHAIN =
      Set.of(
          "addArgument",
          "addKeyValue",
          "addMarker",
          "setCause",
          "withCause",
          "withThrowable",
          "withMarker",
          "withLocation",
          "withStackTrace",
          "with",
          "per",
          "every",
          "atMostEvery",
          "onAverageEvery",
          "setMessage",
          "addData",
          "withInjectedLogSite");
  private static final int MAX_CHAIN = 32;

  private final Loggers loggers;

  LogCalls(Loggers loggers) {
    this.loggers = loggers;
  }

  /** Reads a call, or returns null where it does not log. */
  @Nullable LogCall read(MethodCallExpr call) {
    String name = call.getNameAsString();
    Expression owner = call.getScope().orElse(null);
    String plain = levelWithSuffix(name);
    if (owner == null
        || call.getArguments().isEmpty()
        || (plain == null && !LOG.contains(name) && !LEVELS.contains(name))) {
      return null;
    }
    Chain chain = chain(owner);
    Loggers.Target target = loggers.target(chain.root());
    if (!target.mayLog()) {
      return null;
    }
    boolean leveled = plain == null && !LEVELS.contains(name) && chain.level() == null;
    int levelAt = leveled ? levelAt(call) : -1;
    String level = LEVELS.contains(name) ? name.toUpperCase(Locale.ROOT) : plain;
    if (level == null) {
      level = levelAt < 0 ? chain.level() : level(call.getArgument(levelAt));
    }
    Sink sink = sink(target, level, dialect(name), name);
    return new LogCall(sink, from(call, name, levelAt), prefix(name));
  }

  private static Sink sink(
      Loggers.Target target, @Nullable String level, @Nullable Dialect fixed, String name) {
    LoggerType type = target.type();
    if (type == null) {
      return new Sink.LogBy(level, fixed, target.fields(), target.byName());
    }
    Sink log = new Sink.Log(level, fixed == null ? type.dialect() : fixed);
    return target.owners().isEmpty() ? log : new Sink.Call(target.owners(), name, log);
  }

  /** Returns how the method itself marks arguments; null where the logger's type decides. */
  private static @Nullable Dialect dialect(String name) {
    return switch (name) {
      case "printf", "logf", "logVarargs" -> Dialect.PRINTF;
      case "logv" -> Dialect.MESSAGE_FORMAT;
      default ->
          levelWithSuffix(name) == null
              ? null
              : name.endsWith("f") ? Dialect.PRINTF : Dialect.MESSAGE_FORMAT;
    };
  }

  private static String prefix(String name) {
    return switch (name) {
      case "traceEntry" -> "Enter ";
      case "traceExit" -> "Exit ";
      default -> "";
    };
  }

  private static int from(MethodCallExpr call, String name, int levelAt) {
    return switch (name) {
      case "logp" -> levelAt + 3;
      case "logrb" -> levelAt + (call.getArguments().size() > levelAt + 4 ? 4 : 2);
      default -> levelAt + 1;
    };
  }

  private static @Nullable String levelWithSuffix(String name) {
    String level = name.substring(0, name.length() - 1);
    boolean suffixed = (name.endsWith("f") || name.endsWith("v"));
    return suffixed && LEVELS.contains(level) ? level.toUpperCase(Locale.ROOT) : null;
  }

  /** Returns the index of the argument that is a level; -1 where none is. */
  private static int levelAt(MethodCallExpr call) {
    for (int i = 0; i < Math.min(3, call.getArguments().size()); i++) {
      Expression argument = call.getArgument(i);
      if (argument.isStringLiteralExpr() || argument.isBinaryExpr()) {
        return -1;
      }
      boolean typed =
          argument instanceof FieldAccessExpr field
              && (field.getScope().toString().endsWith("Level")
                  || field.getScope().toString().endsWith("Priority"));
      boolean named = argument instanceof NameExpr name && name.getNameAsString().endsWith("evel");
      boolean chosen = argument.isConditionalExpr() && argument.toString().contains("Level.");
      if (typed || named || chosen || level(argument) != null) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the level that a constant names; null where it names none. */
  private static @Nullable String level(Expression argument) {
    String name =
        argument instanceof FieldAccessExpr field
            ? field.getNameAsString()
            : argument instanceof NameExpr plain ? plain.getNameAsString() : "";
    String level = name.endsWith("_INT") ? name.substring(0, name.length() - 4) : name;
    boolean constant = level.equals(level.toUpperCase(Locale.ROOT));
    return constant && LEVELS.contains(level.toLowerCase(Locale.ROOT)) ? level : null;
  }

  /** The logger at the start of a chain of calls, and the level the chain names. */
  private record Chain(Expression root, @Nullable String level) {}

  private static Chain chain(Expression owner) {
    Expression at = owner;
    for (int i = 0; i < MAX_CHAIN && at instanceof MethodCallExpr call; i++) {
      Expression scope = call.getScope().orElse(null);
      String name = call.getNameAsString();
      if (scope == null) {
        break;
      }
      String level = name.startsWith("at") ? name.substring(2).toUpperCase(Locale.ROOT) : "";
      if (LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
        return new Chain(scope, level);
      }
      boolean leveled =
          name.equals("atLevel") || name.equals("at") || name.equals("makeLoggingEventBuilder");
      if (leveled && call.getArguments().size() == 1) {
        return new Chain(scope, level(call.getArgument(0)));
      }
      if (!CHAIN.contains(name)) {
        break;
      }
      at = scope;
    }
    return new Chain(at, null);
  }

  /** Returns the whole chain of calls that the call is part of. */
  static MethodCallExpr outermost(MethodCallExpr call) {
    MethodCallExpr at = call;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr outer
        && outer.getScope().orElse(null) == at) {
      at = outer;
    }
    return at;
  }

  /** Returns whether the arguments of the message may be added by other calls of the chain. */
  static boolean isChained(MethodCallExpr call) {
    return call.getNameAsString().equals("setMessage")
        || call.getScope().filter(Expression::isMethodCallExpr).isPresent();
  }
}
