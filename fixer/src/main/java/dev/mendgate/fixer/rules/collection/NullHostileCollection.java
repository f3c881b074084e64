package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps null from collections that refuse it. */
@AutoService(Rule.class)
public final class NullHostileCollection implements Rule {
  private static final Pattern HOSTILE =
      Pattern.compile(
          "java\\.util\\.(Hashtable|Properties|Dictionary|Tree(Map|Set)|ArrayDeque|PriorityQueue"
              + "|EnumMap|ImmutableCollections|List|Set|Map|concurrent\\.\\w+)(\\$.*)?");
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addFirst",
          "addLast",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putIfAbsent",
          "remove",
          "replace",
          "setProperty");
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("contains", "false"),
          Map.entry("containsKey", "false"),
          Map.entry("containsValue", "false"),
          Map.entry("get", "null"),
          Map.entry("getProperty", "null"),
          Map.entry("indexOf", "-1"),
          Map.entry("lastIndexOf", "-1"),
          Map.entry("remove", "null"));

  @Override
  public String name() {
    return "null-hostile-collection";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    boolean applies =
        context.failure().simpleType().equals("NullPointerException")
            && index > 0
            && frames.subList(0, index).stream()
                .allMatch(frame -> frame.className().startsWith("java."))
            && HOSTILE.matcher(frames.get(index - 1).className()).matches();
    return applies
        ? Calls.to(frames.get(index - 1), SiteCode.at(context.site(), context.file())).stream()
            .filter(call -> call.node() instanceof MethodCallExpr)
            .map(call -> (MethodCallExpr) call.node())
            .limit(1)
            .flatMap(call -> fixes(call, context))
            .toList()
        : List.of();
  }

  private Stream<CandidateFix> fixes(MethodCallExpr call, RuleContext context) {
    List<Expression> suspects = suspects(call, context);
    return IntStream.range(0, suspects.size())
        .boxed()
        .flatMap(i -> fix(call, suspects.get(i), i, context).stream());
  }

  /**
   * Returns the arguments that may be null, most likely first: a null key mostly fails while it is
   * used, with a message that says so; a null value is refused by a check, without one.
   */
  private static List<Expression> suspects(MethodCallExpr call, RuleContext context) {
    ExpressionTypes types = ExpressionTypes.of(context);
    List<Expression> possible =
        call.getArguments().stream()
            .limit(2)
            .filter(argument -> mayBeNull(argument, types))
            .filter(argument -> !Conditions.notNull(argument).holdAt(argument))
            .toList();
    return possible.size() == 2 && refusesValue(context)
        ? List.of(possible.get(1), possible.get(0))
        : possible;
  }

  private static boolean refusesValue(RuleContext context) {
    return context.failure().message() == null
        && context.failure().frames().get(0).className().equals("java.util.Hashtable");
  }

  private static boolean mayBeNull(Expression argument, ExpressionTypes types) {
    boolean plain =
        argument.isNameExpr()
            || argument.isFieldAccessExpr()
            || argument.isMethodCallExpr()
            || argument.isArrayAccessExpr();
    return plain
        && Repeatable.is(argument)
        && !types.looksLikeType(argument)
        && !argument.toString().matches("(.*\\.)?[A-Z][A-Z0-9_]*")
        && types.of(argument).filter(Boxes::isPrimitive).isEmpty();
  }

  private Optional<CandidateFix> fix(
      MethodCallExpr call, Expression argument, int rank, RuleContext context) {
    boolean statement = call.getParentNode().orElse(null) instanceof ExpressionStmt;
    double kept = rank == 0 ? 1 : 0.8;
    if (statement && CHANGES.contains(call.getNameAsString())) {
      return Optional.of(
          skipped(call, argument, (Statement) call.getParentNode().orElseThrow(), kept, context));
    }
    return Optional.ofNullable(ANSWERS.get(call.getNameAsString()))
        .filter(answer -> !statement)
        .map(answer -> answered(call, argument, answer, kept, context));
  }

  private CandidateFix skipped(
      MethodCallExpr call,
      Expression argument,
      Statement statement,
      double kept,
      RuleContext context) {
    ParsedFile file = context.file();
    String value = file.textOf(argument);
    Style style = Style.of(file);
    String indentation = file.indentation(statement.getRange().orElseThrow().begin.line);
    String body = style.shifted(file.textOf(statement));
    boolean listed = statement.getParentNode().orElse(null) instanceof BlockStmt;
    String text =
        listed
            ? style.ifBlock(indentation, value + " != null", List.of(body))
            : "if (" + value + " != null) " + file.textOf(statement);
    boolean removes = call.getNameAsString().equals("remove");
    return fix(
        "Leave %s out where %s is null".formatted(call.getNameAsString(), value),
        "`%s` refuses null, and `%s` may be null here. With the patch nothing is %s in that case; what follows still runs."
            .formatted(
                file.textOf(call).lines().findFirst().orElse(""),
                value,
                removes ? "removed, as nothing could be there" : "put in, and nobody is told"),
        removes ? 0.72 : (refusesValue(context) ? 0.74 : 0.62) * kept,
        removes ? Effect.REPAIRS : Effect.SKIPS,
        new NodeEdits(file).replace(statement, text),
        removes ? Risk.LOW : Risk.HIGH);
  }

  private CandidateFix answered(
      MethodCallExpr call, Expression argument, String answer, double kept, RuleContext context) {
    ParsedFile file = context.file();
    String value = file.textOf(argument);
    String asked = file.textOf(call);
    String text =
        answer.equals("false")
            ? "%s != null && %s".formatted(value, asked)
            : "%s == null ? %s : %s".formatted(value, answer, asked);
    String written = standsAlone(call) ? text : "(" + text + ")";
    return fix(
        "Answer %s where %s is null".formatted(answer, value),
        "The collection can hold no null and fails when asked for it, and `%s` may be null here. With the patch the answer is `%s`: it is not there."
            .formatted(value, answer),
        0.68 * kept,
        Effect.DEFAULTS,
        new NodeEdits(file).replace(call, written),
        Risk.MEDIUM);
  }

  private static boolean standsAlone(MethodCallExpr call) {
    Node parent = call.getParentNode().orElse(null);
    return parent instanceof ReturnStmt
        || parent instanceof VariableDeclarator
        || parent instanceof EnclosedExpr
        || parent instanceof Statement
        || (parent instanceof AssignExpr assign && assign.getValue() == call)
        || (parent instanceof MethodCallExpr outer && outer.getArguments().contains(call));
  }

  private CandidateFix fix(
      String title, String why, double confidence, Effect effect, NodeEdits edits, Risk risk) {
    return new CandidateFix(
        name(), title, why, risk, confidence, null, effect, List.of(edits.toFileEdit()));
  }
}
