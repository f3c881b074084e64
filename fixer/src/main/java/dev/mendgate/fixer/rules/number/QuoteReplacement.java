package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a replacement text literally, in which {@code $} and {@code \} would mean a group. */
@AutoService(Rule.class)
public final class QuoteReplacement implements Rule {
  private static final String MATCHER = "java.util.regex.Matcher";
  private static final double CONFIDENCE = 0.88;
  private static final double ALONE = 0.8;

  @Override
  public String name() {
    return "quote-replacement";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!ForeignCall.runsInside(context, MATCHER)) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return ForeignCall.calls(context, code).stream()
        .map(found -> found.node())
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> replacement(call).isPresent())
        .findFirst()
        .map(call -> fixes(context, call))
        .orElse(List.of());
  }

  private List<CandidateFix> fixes(RuleContext context, MethodCallExpr failed) {
    List<MethodCallExpr> alike =
        Enclosing.boundary(failed).stream()
            .flatMap((Node body) -> body.findAll(MethodCallExpr.class).stream())
            .filter(call -> call != failed)
            .filter(call -> call.getNameAsString().equals(failed.getNameAsString()))
            .filter(call -> replacement(call).isPresent())
            .toList();
    CandidateFix alone = fix(context, List.of(failed), alike.isEmpty() ? CONFIDENCE : ALONE);
    if (alike.isEmpty()) {
      return List.of(alone);
    }
    List<MethodCallExpr> all = Stream.concat(Stream.of(failed), alike.stream()).toList();
    return List.of(fix(context, all, CONFIDENCE), alone);
  }

  private CandidateFix fix(RuleContext context, List<MethodCallExpr> calls, double confidence) {
    ParsedFile file = context.file();
    TypeUse matcher = Imports.use(MATCHER, file, context.sources());
    NodeEdits edits = new NodeEdits(file).addAll(matcher.edits());
    for (MethodCallExpr call : calls) {
      Expression text = replacement(call).orElseThrow();
      edits.replace(text, matcher.name() + ".quoteReplacement(" + file.textOf(text) + ")");
    }
    String text = file.textOf(replacement(calls.get(0)).orElseThrow());
    return new CandidateFix(
        name(),
        "Take the replacement %s literally".formatted(text),
        ("At %s:%d `%s` is computed, and `%s` reads `$` and `\\` in it as references to groups: a text with"
                + " such a character fails or comes out changed. From now on it is inserted as it is%s; who"
                + " passes group references on purpose would no longer get them.")
            .formatted(
                file.path(),
                context.site().line(),
                text,
                calls.get(0).getNameAsString(),
                calls.size() > 1 ? ", here and in the like calls of this method" : ""),
        Risk.LOW,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }

  /** Returns the replacement, unless it is a constant or quoted: that is meant as it stands. */
  private static Optional<Expression> replacement(MethodCallExpr call) {
    int given = call.getArguments().size();
    boolean text =
        given == 2 && call.getNameAsString().matches("replaceAll|replaceFirst|appendReplacement");
    boolean matcher = given == 1 && call.getNameAsString().matches("replaceAll|replaceFirst");
    return text || matcher
        ? Optional.of(call.getArgument(given - 1)).filter(QuoteReplacement::isComputed)
        : Optional.empty();
  }

  private static boolean isComputed(Expression text) {
    return !text.isLiteralExpr()
        && !text.isLambdaExpr()
        && !text.isMethodReferenceExpr()
        && !text.toString().contains("quoteReplacement(")
        && !text.toString().contains("\"$");
  }
}
