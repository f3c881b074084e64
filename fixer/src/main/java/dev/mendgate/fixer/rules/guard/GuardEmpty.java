package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks whether there is an element before it is taken. */
@AutoService(Rule.class)
public final class GuardEmpty implements Rule {
  private static final Set<String> EXCEPTIONS =
      Set.of("NoSuchElementException", "EmptyStackException", "BufferUnderflowException");

  /** What to ask before each call; a leading ! means that the answer must be no. */
  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry("next", "hasNext"),
          Map.entry("previous", "hasPrevious"),
          Map.entry("nextElement", "hasMoreElements"),
          Map.entry("nextToken", "hasMoreTokens"),
          Map.entry("nextLine", "hasNextLine"),
          Map.entry("nextInt", "hasNextInt"),
          Map.entry("nextLong", "hasNextLong"),
          Map.entry("get", "isPresent"),
          Map.entry("orElseThrow", "isPresent"),
          Map.entry("getAsInt", "isPresent"),
          Map.entry("getAsLong", "isPresent"),
          Map.entry("getAsDouble", "isPresent"),
          Map.entry("getFirst", "!isEmpty"),
          Map.entry("getLast", "!isEmpty"),
          Map.entry("removeFirst", "!isEmpty"),
          Map.entry("removeLast", "!isEmpty"),
          Map.entry("element", "!isEmpty"),
          Map.entry("remove", "!isEmpty"),
          Map.entry("pop", "!isEmpty"),
          Map.entry("peek", "!isEmpty"),
          Map.entry("first", "!isEmpty"),
          Map.entry("last", "!isEmpty"),
          Map.entry("firstKey", "!isEmpty"),
          Map.entry("lastKey", "!isEmpty"));

  @Override
  public String name() {
    return "guard-empty";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!EXCEPTIONS.contains(context.failure().simpleType())) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return code.nodes(MethodCallExpr.class).stream()
        .filter(call -> call.getArguments().isEmpty())
        .flatMap(call -> hazard(context, call, code.weight(call)))
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .flatMap(hazard -> GuardBounds.general(hazard).map(draft -> hazard.fix(name(), draft)))
        .toList();
  }

  /** A buffer has elements of several types, each taken by a method of its own. */
  private static Optional<String> question(RuleContext context, String method) {
    boolean buffer = context.failure().simpleType().startsWith("Buffer");
    return buffer && method.startsWith("get")
        ? Optional.of("hasRemaining")
        : Optional.ofNullable(QUESTIONS.get(method));
  }

  private static Stream<Hazard> hazard(RuleContext context, MethodCallExpr call, double weight) {
    Optional<String> question = question(context, call.getNameAsString());
    Optional<Expression> scope = call.getScope().filter(Repeatable::is);
    if (question.isEmpty() || scope.isEmpty()) {
      return Stream.empty();
    }
    String text = context.file().textOf(scope.get());
    boolean negated = question.get().startsWith("!");
    String asked = text + "." + question.get().substring(negated ? 1 : 0) + "()";
    String safe = negated ? "!" + asked : asked;
    String unsafe = negated ? asked : "!" + asked;
    return Stream.of(
        new Hazard(
            context,
            Hazard.Kind.EMPTY,
            scope.get(),
            List.of(scope.get()),
            call,
            unsafe,
            safe,
            new Conditions(Set.of(safe), Set.of(unsafe), scope.get().toString()),
            "`" + text + "` has no element",
            weight));
  }
}
