package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts a value where a cast cannot: to a text, or from one kind of number to another. */
@AutoService(Rule.class)
public final class ConvertInsteadOfCast implements Rule {
  private static final Map<String, String> NUMBERS =
      Map.of(
          "java.lang.Integer", "intValue",
          "java.lang.Long", "longValue",
          "java.lang.Double", "doubleValue",
          "java.lang.Float", "floatValue",
          "java.lang.Short", "shortValue",
          "java.lang.Byte", "byteValue");

  @Override
  public String name() {
    return "convert-instead-of-cast";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<CastMessage> message = CastMessage.parse(context.failure().message());
    return message.stream()
        .flatMap(
            found ->
                FailedCast.at(context).stream()
                    .limit(2)
                    .flatMap(cast -> convert(context, cast, found).stream()))
        .toList();
  }

  private Optional<CandidateFix> convert(RuleContext context, CastExpr cast, CastMessage message) {
    ParsedFile file = context.file();
    String value = file.textOf(cast.getExpression());
    if (message.wanted().equals("java.lang.String")) {
      boolean nullable = !message.actual().startsWith("[");
      return nullable ? Optional.of(toText(context, cast, value)) : Optional.empty();
    }
    String conversion = NUMBERS.get(message.wanted());
    if (conversion == null || !isNumber(message.actual())) {
      return Optional.empty();
    }
    boolean unboxes =
        cast.getParentNode().orElse(null) instanceof EnclosedExpr enclosed
            && isScopeOf(enclosed, conversion);
    String type = cast.getTypeAsString();
    String converted = "((Number) " + value + ")." + conversion + "()";
    NodeEdits edits = new NodeEdits(file);
    if (unboxes) {
      edits.replace(cast.getType(), "Number");
    } else {
      edits.replace(cast, type + ".valueOf(" + converted + ")");
    }
    return Optional.of(
        fix(
            context,
            "Convert the number instead of the cast to " + type,
            "any number is taken and converted; where it does not fit, digits are lost as in any narrowing",
            value,
            message,
            unboxes ? 0.8 : 0.7,
            edits));
  }

  private CandidateFix toText(RuleContext context, CastExpr cast, String value) {
    String converted = "String.valueOf(" + value + ")";
    boolean enclosed =
        cast.getParentNode().orElse(null) instanceof EnclosedExpr
            && !cast.getExpression().isNullLiteralExpr();
    Node replaced = enclosed ? cast.getParentNode().orElseThrow() : cast;
    return fix(
        context,
        "Take the text of %s instead of the cast to String".formatted(value),
        "the object's own text is taken; a null becomes the text \"null\"",
        value,
        CastMessage.parse(context.failure().message()).orElseThrow(),
        0.5,
        new NodeEdits(context.file()).replace(replaced, converted));
  }

  private static boolean isScopeOf(Expression scope, String method) {
    return scope.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(scope::equals).isPresent()
        && call.getNameAsString().equals(method);
  }

  private static boolean isNumber(String binaryName) {
    try {
      return Number.class.isAssignableFrom(
          Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private CandidateFix fix(
      RuleContext context,
      String title,
      String change,
      String value,
      CastMessage message,
      double confidence,
      NodeEdits edits) {
    return new CandidateFix(
        name(),
        title,
        "At %s:%d `%s` is a %s, not a %s. From now on %s. Who passed the wanted class sees no difference."
            .formatted(
                context.file().path(),
                context.site().line(),
                value,
                message.actual(),
                message.wanted(),
                change),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }
}
