package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a text literally that came to stand in a format or a regular expression. */
@AutoService(Rule.class)
public final class FormatLiterally implements Rule {
  private static final Set<String> FORMAT =
      Set.of(
          "UnknownFormatConversionException",
          "MissingFormatArgumentException",
          "IllegalFormatConversionException",
          "DuplicateFormatFlagsException",
          "FormatFlagsConversionMismatchException",
          "IllegalFormatFlagsException",
          "MissingFormatWidthException",
          "IllegalFormatPrecisionException",
          "IllegalFormatWidthException",
          "UnknownFormatFlagsException");

  private static final Set<String> SPLITTING =
      Set.of("split", "matches", "replaceAll", "replaceFirst", "compile");

  @Override
  public String name() {
    return "format-literally";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    String failed = context.failure().simpleType();
    boolean format = FORMAT.contains(failed);
    if (!format && !failed.equals("PatternSyntaxException")) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return ForeignCall.calls(context, code).stream()
        .map(call -> call.node())
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> !call.getArguments().isEmpty())
        .limit(1)
        .flatMap(call -> (format ? formats(context, call) : quoted(context, call)).stream())
        .toList();
  }

  private Optional<CandidateFix> formats(RuleContext context, MethodCallExpr call) {
    ParsedFile file = context.file();
    Expression format = call.getArgument(0);
    boolean plain = call.getArguments().size() == 1 && !format.toString().contains("%");
    boolean text =
        call.getNameAsString().equals("format") || call.getNameAsString().equals("formatted");
    boolean scoped = call.getScope().filter(scope -> scope.toString().equals("String")).isPresent();
    if (plain && text && scoped) {
      return Optional.of(
          fix(context, call, new NodeEdits(file).replace(call, file.textOf(format)), 0.82));
    }
    if (plain && call.getNameAsString().equals("printf")) {
      return Optional.of(
          fix(context, call, new NodeEdits(file).replace(call.getName(), "print"), 0.8));
    }
    List<Expression> inserted = computed(format);
    if (!(format instanceof BinaryExpr)
        || inserted.isEmpty()
        || !text && !call.getNameAsString().equals("printf")) {
      return Optional.empty();
    }
    NodeEdits edits = new NodeEdits(file);
    inserted.forEach(
        part ->
            edits.replace(
                part, "String.valueOf(" + file.textOf(part) + ").replace(\"%\", \"%%\")"));
    return Optional.of(fix(context, call, edits, 0.7));
  }

  private Optional<CandidateFix> quoted(RuleContext context, MethodCallExpr call) {
    Expression pattern = call.getArgument(0);
    List<Expression> inserted = computed(pattern);
    if (!SPLITTING.contains(call.getNameAsString())
        || inserted.isEmpty()
        || pattern.toString().contains("quote(")) {
      return Optional.empty();
    }
    ParsedFile file = context.file();
    NodeEdits edits = new NodeEdits(file);
    edits.addAll(Imports.use("java.util.regex.Pattern", file, context.sources()).edits());
    inserted.forEach(part -> edits.replace(part, "Pattern.quote(" + file.textOf(part) + ")"));
    // A text alone may be a pattern on purpose; one put into a literal pattern hardly ever is.
    return Optional.of(fix(context, call, edits, pattern instanceof BinaryExpr ? 0.72 : 0.5));
  }

  /** Returns the parts of a joined text that are no constants. */
  private static List<Expression> computed(Expression text) {
    List<Expression> parts = new ArrayList<>();
    if (text instanceof BinaryExpr joined && joined.getOperator() == BinaryExpr.Operator.PLUS) {
      parts.addAll(computed(joined.getLeft()));
      parts.addAll(computed(joined.getRight()));
    } else if (!(text instanceof StringLiteralExpr)
        && !text.isCharLiteralExpr()
        && !text.toString().contains("quote(")
        && !text.toString().contains("replace(")) {
      parts.add(text);
    }
    return parts;
  }

  private CandidateFix fix(
      RuleContext context, MethodCallExpr call, NodeEdits edits, double confidence) {
    return new CandidateFix(
        name(),
        "Take the text given to %s literally".formatted(call.getNameAsString()),
        ("At %s:%d a computed text stands where `%s` expects a pattern, so its characters are read as"
                + " instructions. From now on it stands for itself; a caller who passes a pattern on purpose"
                + " would no longer get it.")
            .formatted(context.file().path(), context.site().line(), call.getNameAsString()),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }
}
