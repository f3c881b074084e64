package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Set;

/** Takes the wanted object out of the one that came, where that one has an accessor for it. */
@AutoService(Rule.class)
public final class UnwrapBeforeCast implements Rule {
  private static final double ONE_ACCESSOR = 0.8;
  private static final double ONE_OF_SEVERAL = 0.6;
  private static final int MAX_ACCESSORS = 2;

  @Override
  public String name() {
    return "unwrap-before-cast";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return CastMessage.parse(context.failure().message())
        .map(message -> propose(context, message))
        .orElse(List.of());
  }

  private List<CandidateFix> propose(RuleContext context, CastMessage message) {
    List<Accessor> accessors = Accessor.find(context, message);
    double confidence = accessors.size() == 1 ? ONE_ACCESSOR : ONE_OF_SEVERAL;
    return FailedCast.at(context).stream()
        .filter(cast -> Repeatable.is(cast.getExpression()))
        .flatMap(
            cast ->
                accessors.stream()
                    .limit(MAX_ACCESSORS)
                    .filter(accessor -> !isUnwrapped(cast, accessor))
                    .map(accessor -> fix(context, cast, accessor, confidence)))
        .toList();
  }

  private static boolean isUnwrapped(CastExpr cast, Accessor accessor) {
    return cast.getExpression().toString().endsWith(accessor.call())
        || FailedCast.isChecked(cast, Set.of(accessor.simpleOwner(), cast.getTypeAsString()));
  }

  private CandidateFix fix(
      RuleContext context, CastExpr cast, Accessor accessor, double confidence) {
    ParsedFile file = context.file();
    TypeUse owner = Imports.use(accessor.owner(), file, context.sources());
    Expression value = cast.getExpression();
    String subject = file.textOf(value);
    String wanted = file.textOf(cast.getType());
    String inner = "((" + owner.name() + ") " + subject + ")." + accessor.call();
    String unwrapped = accessor.exact() ? inner : "(" + wanted + ") " + inner;
    String check = subject + " instanceof " + owner.name();
    NodeEdits edits = new NodeEdits(file).addAll(owner.edits());
    if (cast.getParentNode().orElse(null) instanceof ReturnStmt statement
        && statement.getParentNode().filter(FailedCast::isList).isPresent()) {
      int start = file.start(statement);
      Style style = Style.of(file);
      String indentation = file.indentation(statement.getRange().orElseThrow().begin.line);
      edits.replace(
          start,
          start,
          style.ifBlock(indentation, check, List.of("return " + unwrapped + ";"))
              + style.lineEnding()
              + indentation);
    } else {
      String either = check + " ? " + unwrapped + " : " + file.textOf(cast);
      boolean enclosed = cast.getParentNode().orElse(null) instanceof EnclosedExpr;
      edits.replace(cast, enclosed ? either : "(" + either + ")");
    }
    return new CandidateFix(
        name(),
        "Take %s out of a %s before the cast".formatted(wanted, accessor.simpleOwner()),
        ("At %s:%d `%s` is a %s, which is no %s but has one: `%s`. From now on that one is taken; objects"
                + " of all other classes are treated as before, so a class that nobody thought of still"
                + " fails in the cast.")
            .formatted(
                file.path(),
                context.site().line(),
                subject,
                accessor.simpleOwner(),
                wanted,
                accessor.call()),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }
}
