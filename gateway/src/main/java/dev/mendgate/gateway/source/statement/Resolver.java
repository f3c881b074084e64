package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.Dialect;
import dev.mendgate.gateway.source.statement.scan.Found;
import dev.mendgate.gateway.source.statement.scan.LoggerType;
import dev.mendgate.gateway.source.statement.scan.Message;
import dev.mendgate.gateway.source.statement.scan.Piece;
import dev.mendgate.gateway.source.statement.scan.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds out what calls log or throw, through the methods and constructors they call. */
final class Resolver {
  private static final int MAX_OUTCOMES = 32;
  private static final int MAX_DEPTH = 32;

  private final Knowledge knowledge;
  private final Set<Found> called = new HashSet<>();
  private final Map<Found, List<Outcome>> passing = new IdentityHashMap<>();
  private int depth;

  Resolver(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Returns the messages of a call; none where it neither logs nor throws a text. */
  List<Outcome> resolve(Found found) {
    return resolve(found, found.sink());
  }

  private List<Outcome> resolve(Found found, Sink sink) {
    if (sink instanceof Sink.Log log) {
      return said(
          found, new Outcome(StatementKind.LOG, log.level(), null, Message.HOLE), log.dialect());
    }
    if (sink instanceof Sink.LogBy log) {
      LoggerType known = knowledge.logger(log.loggers());
      LoggerType type = known == null && log.byName() ? LoggerType.UNKNOWN : known;
      if (type == null || type == LoggerType.NONE) {
        return List.of();
      }
      Dialect fixed = log.dialect();
      return said(
          found,
          new Outcome(StatementKind.LOG, log.level(), null, Message.HOLE),
          fixed == null ? type.dialect() : fixed);
    }
    if (sink instanceof Sink.Throw thrown) {
      return resolveThrown(found, thrown);
    }
    if (sink instanceof Sink.Call call) {
      List<Found> declared =
          knowledge.declared(call.owners(), call.method(), found.argumentCount());
      if (!declared.isEmpty()) {
        called.addAll(declared);
        return declared.stream().flatMap(method -> declaration(method).stream()).toList();
      }
      List<Found> methods = knowledge.methods(call.owners(), call.method(), found.argumentCount());
      Sink otherwise = call.otherwise();
      if (!methods.isEmpty()) {
        return through(methods, found);
      }
      return otherwise == null ? List.of() : resolve(found, otherwise);
    }
    return List.of();
  }

  /** Returns what a method says by its annotation; none where it has none. */
  private List<Outcome> declaration(Found method) {
    Sink does = method.sink() instanceof Sink.Declares declares ? declares.does() : null;
    StatementKind kind = does instanceof Sink.Throw ? StatementKind.THROW : StatementKind.LOG;
    String level = does instanceof Sink.Log log ? log.level() : null;
    String thrown = does instanceof Sink.Throw exception ? reported(exception) : null;
    return does == null
        ? List.of()
        : method.texts().getOrDefault(0, List.of()).stream()
            .map(text -> new Outcome(kind, level, thrown, text))
            .toList();
  }

  /** As {@link #resolve(Found)}, for methods that no call was found of: the text is theirs then. */
  List<Outcome> uncalled(Found method) {
    return called.contains(method) ? List.of() : declaration(method);
  }

  private List<Outcome> resolveThrown(Found found, Sink.Throw thrown) {
    if (!thrown.named() && !knowledge.isThrowable(thrown.types())) {
      return List.of();
    }
    List<Found> constructors = knowledge.constructors(thrown.types(), found.argumentCount());
    if (constructors.isEmpty()) {
      return raised(found, thrown);
    }
    if (constructors.stream().allMatch(constructor -> passed(constructor).isEmpty())) {
      // Where the text goes is lost: the message has it somewhere, if at all.
      return raised(found, thrown).stream()
          .filter(outcome -> outcome.message().hasTwoWords())
          .map(outcome -> outcome.saying(outcome.message().somewhere()))
          .toList();
    }
    return through(constructors, found).stream()
        .filter(outcome -> outcome.kind() == StatementKind.THROW)
        .map(outcome -> outcome.throwing(reported(thrown)))
        .distinct()
        .toList();
  }

  private List<Outcome> raised(Found found, Sink.Throw thrown) {
    return said(
        found,
        new Outcome(StatementKind.THROW, null, reported(thrown), Message.HOLE),
        thrown.dialect());
  }

  private @Nullable String reported(Sink.Throw thrown) {
    String name = thrown.reported();
    String known = name == null || name.contains(".") ? null : knowledge.declared(thrown.types());
    return known == null ? name : Knowledge.binaryName(known);
  }

  /** Returns what the first argument says that has a text, or else takes one from the caller. */
  private List<Outcome> said(Found found, Outcome outcome, Dialect dialect) {
    Integer index = first(found, (i, message) -> isTemplate(found, i, message, dialect));
    if (index == null) {
      index = first(found, (i, message) -> message.hasParameter());
    }
    if (index == null && outcome.kind() == StatementKind.LOG) {
      index = first(found, (i, message) -> true);
    }
    if (index == null) {
      return List.of();
    }
    boolean formatted = index + 1 < found.argumentCount();
    Map<Integer, Message> fixed = formatted ? fixedArguments(found, index + 1) : Map.of();
    return found.texts().getOrDefault(index, List.of()).stream()
        .map(message -> outcome.saying(formatted ? message.in(dialect) : message).with(fixed))
        .toList();
  }

  /** Returns whether it has a text of its own, or marks the places of others. */
  private boolean isTemplate(Found found, int index, Message message, Dialect dialect) {
    return message.pieces().stream().anyMatch(this::isOwnText)
        || (index + 1 < found.argumentCount()
            && message.in(dialect).pieces().stream().anyMatch(Resolver::marksArguments));
  }

  private static boolean marksArguments(Piece piece) {
    return piece instanceof Piece.Text text && text.dialect().marksArguments(text.value());
  }

  /** Returns the arguments from an index on of which all is known, counted from there. */
  private static Map<Integer, Message> fixedArguments(Found found, int from) {
    Map<Integer, Message> fixed = new HashMap<>();
    found
        .texts()
        .forEach(
            (index, messages) -> {
              if (index >= from && messages.size() == 1 && messages.get(0).isFixed()) {
                fixed.put(index - from, messages.get(0));
              }
            });
    return fixed;
  }

  private static @Nullable Integer first(Found found, BiPredicate<Integer, Message> wanted) {
    for (var text : new TreeMap<>(found.texts()).entrySet()) {
      if (text.getValue().stream().anyMatch(m -> wanted.test(text.getKey(), m))) {
        return text.getKey();
      }
    }
    return null;
  }

  /** Returns what the methods that a call may reach make of its texts. */
  private List<Outcome> through(List<Found> methods, Found call) {
    Set<Outcome> outcomes = new LinkedHashSet<>();
    for (Found method : methods) {
      for (Outcome outcome : passed(method)) {
        if (outcomes.size() < MAX_OUTCOMES
            && takesText(outcome.message(), call)
            && says(outcome, call)) {
          outcome.message().filledIn(call.texts()).forEach(m -> outcomes.add(outcome.saying(m)));
        }
      }
    }
    return List.copyOf(outcomes);
  }

  /** Methods may call each other in a circle: what is being resolved says nothing meanwhile. */
  private List<Outcome> passed(Found method) {
    List<Outcome> known = passing.get(method);
    if (known == null && depth == MAX_DEPTH) {
      return List.of();
    }
    if (known == null) {
      passing.put(method, List.of());
      depth++;
      known = new ArrayList<>(resolve(method));
      depth--;
      known.removeIf(outcome -> !outcome.message().hasParameter());
      passing.put(method, known);
    }
    return known;
  }

  private boolean takesText(Message message, Found call) {
    return message.pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Piece.Parameter parameter
                    && call.texts().getOrDefault(parameter.index(), List.of()).stream()
                        .anyMatch(this::isText));
  }

  /**
   * Returns whether what is logged is the caller's text: where the method words it, and the caller
   * passes names, the statement is the method's.
   */
  private boolean says(Outcome outcome, Found call) {
    if (depth > 0 || outcome.kind() != StatementKind.LOG) {
      return true;
    }
    List<Message> passed =
        outcome.message().pieces().stream()
            .filter(Piece.Parameter.class::isInstance)
            .map(piece -> ((Piece.Parameter) piece).index())
            .flatMap(index -> call.texts().getOrDefault(index, List.of()).stream())
            .toList();
    boolean worded = outcome.message().pieces().stream().anyMatch(this::isOwnText);
    return passed.stream().anyMatch(Message::hasTwoWords)
        || (!worded && passed.stream().flatMap(m -> m.pieces().stream()).anyMatch(this::isOwnText));
  }

  private boolean isText(Message message) {
    return message.hasParameter() || message.pieces().stream().anyMatch(this::isOwnText);
  }

  private boolean isOwnText(Piece piece) {
    return piece instanceof Piece.Text text
        ? text.value().codePoints().anyMatch(Character::isLetter)
        : piece instanceof Piece.Constant constant && knowledge.constant(constant.names()) != null;
  }
}
