package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** Has a collection make the array of the wanted class, which no cast can give it afterwards. */
@AutoService(Rule.class)
public final class TypedToArray implements Rule {
  private static final double CONFIDENCE = 0.9;

  @Override
  public String name() {
    return "typed-to-array";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return FailedCast.at(context).stream()
        .flatMap(cast -> fix(context, cast).stream())
        .limit(1)
        .toList();
  }

  private Optional<CandidateFix> fix(RuleContext context, CastExpr cast) {
    String type = Types.erase(cast.getTypeAsString());
    Expression value = cast.getExpression();
    boolean array = type.endsWith("[]") && !type.endsWith("[][]");
    boolean untyped =
        value instanceof MethodCallExpr call
            && call.getNameAsString().equals("toArray")
            && call.getArguments().isEmpty()
            && call.getScope().isPresent();
    // A type variable has no class to make an array of.
    boolean real =
        array && type.length() > 3 && !type.substring(0, type.length() - 2).matches("[A-Z]");
    if (!untyped || !real) {
      return Optional.empty();
    }
    ParsedFile file = context.file();
    String text = file.textOf(value);
    String element = type.substring(0, type.length() - 2);
    String typed = text.substring(0, text.lastIndexOf('(')) + "(new " + element + "[0])";
    return Optional.of(
        new CandidateFix(
            name(),
            "Make the array of class %s".formatted(element),
            ("At %s:%d `%s` gives an `Object[]`, whatever it holds, and that is no `%s`. From now on the"
                    + " collection makes an array of that class; an element of another class fails in there.")
                .formatted(file.path(), context.site().line(), text, type),
            Risk.LOW,
            CONFIDENCE,
            null,
            Effect.REPAIRS,
            List.of(new NodeEdits(file).replace(cast, typed).toFileEdit())));
  }
}
