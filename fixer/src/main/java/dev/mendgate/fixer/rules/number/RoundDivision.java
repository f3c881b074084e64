package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** Says how a decimal number is rounded, where its exact value has no end or no room. */
@AutoService(Rule.class)
public final class RoundDivision implements Rule {
  @Override
  public String name() {
    return "round-division";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean decimal =
        context.failure().simpleType().equals("ArithmeticException")
            && ForeignCall.runsInside(context, "java.math.BigDecimal");
    if (!decimal) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    return ForeignCall.calls(context, code).stream()
        .map(call -> call.node())
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getArguments().size() == 1)
        .limit(1)
        .flatMap(call -> fix(context, call).stream())
        .toList();
  }

  private Optional<CandidateFix> fix(RuleContext context, MethodCallExpr call) {
    String message = String.valueOf(context.failure().message());
    return switch (call.getNameAsString()) {
      case "divide" ->
          message.startsWith("Non-terminating")
              ? Optional.of(precise(context, call))
              : Optional.empty();
      case "setScale" ->
          message.startsWith("Rounding necessary")
              ? Optional.of(rounded(context, call))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private CandidateFix precise(RuleContext context, MethodCallExpr call) {
    TypeUse used = Imports.use("java.math.MathContext", context.file(), context.sources());
    return fix(
        context,
        call,
        used,
        local(context, "MathContext").orElse(used.name() + ".DECIMAL128"),
        "the quotient has no end and cannot be exact. From now on it is rounded",
        0.72);
  }

  private CandidateFix rounded(RuleContext context, MethodCallExpr call) {
    TypeUse used = Imports.use("java.math.RoundingMode", context.file(), context.sources());
    return fix(
        context,
        call,
        used,
        local(context, "RoundingMode").orElse(used.name() + ".HALF_UP"),
        "the number has more digits than the scale has room for. From now on it is rounded",
        0.75);
  }

  /** Returns the constant of a type that the file rounds by elsewhere. */
  private static Optional<String> local(RuleContext context, String type) {
    return context.unit().findAll(FieldAccessExpr.class).stream()
        .filter(
            access ->
                access.getScope() instanceof NameExpr name && name.getNameAsString().equals(type))
        .map(FieldAccessExpr::toString)
        .filter(text -> !text.endsWith("UNNECESSARY") && !text.endsWith("UNLIMITED"))
        .findFirst();
  }

  private CandidateFix fix(
      RuleContext context,
      MethodCallExpr call,
      TypeUse used,
      String how,
      String what,
      double confidence) {
    ParsedFile file = context.file();
    int end = file.end(call.getArgument(0));
    return new CandidateFix(
        name(),
        "Round by %s".formatted(how),
        "At %s:%d, in `%s`, %s by `%s`; exact results stay exact."
            .formatted(file.path(), context.site().line(), call, what, how),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(
            new NodeEdits(file).addAll(used.edits()).replace(end, end, ", " + how).toFileEdit()));
  }
}
