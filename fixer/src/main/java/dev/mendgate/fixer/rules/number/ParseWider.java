package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.rules.error.TryCatch;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a number that is too large for its type as the next wider one. */
@AutoService(Rule.class)
public final class ParseWider implements Rule {
  private static final List<List<String>> WIDER =
      List.of(
          List.of("Byte", "Short"),
          List.of("Short", "Integer"),
          List.of("Integer", "Long"),
          List.of("Int", "Long"),
          List.of("Long", "BigInteger"),
          List.of("Float", "Double"),
          List.of("Double", "BigDecimal"));

  private static final Set<String> ANY_NUMBER = Set.of("Number", "Object", "Comparable", "String");

  @Override
  public String name() {
    return "parse-wider";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!context.failure().simpleType().equals("NumberFormatException")) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return code.nodes(MethodCallExpr.class).stream()
        .filter(call -> !TryCatch.isCaught(call, Set.of("NumberFormatException")))
        .flatMap(call -> Stream.concat(fallback(context, call), widened(context, call)))
        .toList();
  }

  /** {@code return createInteger(s)} goes on with {@code createLong(s)}, which stands beside it. */
  private Stream<CandidateFix> fallback(RuleContext context, MethodCallExpr call) {
    if (!(call.getParentNode().orElse(null) instanceof ReturnStmt statement)
        || !returnsAnyNumber(call)) {
      return Stream.empty();
    }
    Stream<CandidateFix> one =
        wider(call, context).stream()
            .flatMap(
                name ->
                    TryCatch.around(context.file(), statement).stream()
                        .map(wrapping -> fallback(context, wrapping, call, name)));
    return Stream.concat(
        ByTrial.of(context, statement, call).map(found -> byTrial(context, found)).stream(), one);
  }

  private CandidateFix byTrial(RuleContext context, ByTrial found) {
    return fix(
        context,
        found.call(),
        "Read the number as the narrowest type that takes it",
        "the type is chosen by the number of digits, which does not tell whether the number fits. From now on %s are tried in turn, so a number may become narrower than before as well; a text that is no number at all still fails."
            .formatted(String.join(", ", found.readers())),
        0.74,
        found.edit());
  }

  private CandidateFix fallback(
      RuleContext context, TryCatch wrapping, MethodCallExpr call, String wider) {
    ParsedFile file = context.file();
    int name = file.start(call.getName()) - file.start(call);
    String text = file.textOf(call);
    String other =
        text.substring(0, name) + wider + text.substring(name + call.getNameAsString().length());
    String parameter = wrapping.parameter();
    return fix(
        context,
        call,
        "Go on with %s where %s fails".formatted(wider, call.getNameAsString()),
        "the number is too large for `%s`. From now on it is read by `%s` then, as its siblings are; a text that is no number at all still fails."
            .formatted(call.getNameAsString(), wider),
        0.72,
        new FileEdit(
            file.path(),
            file.text(),
            List.of(
                wrapping.with(
                    "NumberFormatException", parameter, List.of("return " + other + ";")))));
  }

  private static boolean returnsAnyNumber(MethodCallExpr call) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(call);
    return method
        .filter(MethodDeclaration.class::isInstance)
        .map(found -> ((MethodDeclaration) found).getTypeAsString())
        .filter(ANY_NUMBER::contains)
        .isPresent();
  }

  /** Returns the name of a method beside the called one that reads the next wider type. */
  static Optional<String> wider(MethodCallExpr call, RuleContext context) {
    ExpressionTypes types = ExpressionTypes.of(context);
    for (List<String> step : WIDER) {
      String name = call.getNameAsString();
      if (!name.matches(".*" + step.get(0) + "(?![a-z]).*")) {
        continue;
      }
      String other = name.replace(step.get(0), step.get(1));
      MethodCallExpr sibling = call.clone();
      call.getParentNode().ifPresent(sibling::setParentNode);
      sibling.setName(other);
      boolean exists = !types.callees(sibling).isEmpty();
      sibling.setParentNode(null);
      if (exists) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** {@code long v = Integer.parseInt(s)} and {@code int v = Integer.parseInt(hex, 16)}. */
  private Stream<CandidateFix> widened(RuleContext context, MethodCallExpr call) {
    boolean parses =
        call.getScope().filter(scope -> scope.toString().equals("Integer")).isPresent()
            && (call.getNameAsString().equals("parseInt") || isUnboxed(call, context));
    if (!parses || isBeyondLong(context)) {
      return Stream.empty();
    }
    ParsedFile file = context.file();
    String arguments = file.text().substring(file.end(call.getName()), file.end(call));
    String parsed =
        (call.getNameAsString().equals("decode") ? "Long.decode" : "Long.parseLong") + arguments;
    boolean wide = wanted(call, context).filter("long"::equals).isPresent();
    boolean bits = call.getArguments().size() == 2;
    if (!wide && !bits) {
      return Stream.empty();
    }
    String value =
        wide ? parsed : needsParentheses(call) ? "((int) " + parsed + ")" : "(int) " + parsed;
    return Stream.of(
        fix(
            context,
            call,
            "Read the number as a long",
            wide
                ? "the number is too large for an int, while a long is wanted. From now on it is read as one."
                : "the digits are those of an int without sign. From now on all 32 bits are read; a number of more bits loses the upper ones.",
            wide ? 0.8 : 0.45,
            new NodeEdits(file).replace(call, value).toFileEdit()));
  }

  private static boolean needsParentheses(Expression call) {
    return call.getParentNode().orElse(null) instanceof MethodCallExpr outer
        && outer.getScope().filter(call::equals).isPresent();
  }

  private static boolean isUnboxed(MethodCallExpr call, RuleContext context) {
    return call.getNameAsString().matches("valueOf|decode")
        && wanted(call, context).filter(Boxes::isPrimitive).isPresent();
  }

  private static Optional<String> wanted(MethodCallExpr call, RuleContext context) {
    return WantedType.of(call, ExpressionTypes.of(context));
  }

  /** Whether the message shows a text that is no whole number of 64 bits. */
  private static boolean isBeyondLong(RuleContext context) {
    String message = String.valueOf(context.failure().message());
    int from = message.indexOf('"');
    int to = message.lastIndexOf('"');
    return from < 0
        || to <= from
        || !message.substring(from + 1, to).matches("-?[0-9a-fA-F]{1,18}");
  }

  private CandidateFix fix(
      RuleContext context,
      MethodCallExpr call,
      String title,
      String change,
      double confidence,
      FileEdit edit) {
    return new CandidateFix(
        name(),
        title,
        "At %s:%d, in `%s`, %s"
            .formatted(context.file().path(), context.site().line(), call, change),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edit));
  }
}
