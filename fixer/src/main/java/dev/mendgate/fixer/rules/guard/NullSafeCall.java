package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Calls {@code equals}, {@code hashCode} or {@code toString} in the way that takes null. */
@AutoService(Rule.class)
public final class NullSafeCall implements Rule {
  @Override
  public String name() {
    return "null-safe-call";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, NullSafeCall::drafts);
  }

  static List<Draft> drafts(Hazard hazard) {
    if (!(hazard.use() instanceof MethodCallExpr call)
        || call.getScope().filter(scope -> scope == hazard.subject()).isEmpty()
        || call.getParentNode().orElse(null) instanceof ExpressionStmt) {
      return List.of();
    }
    int arguments = call.getArguments().size();
    return switch (call.getNameAsString()) {
      case "equals" -> arguments == 1 ? equal(hazard, call) : List.of();
      case "toString" -> arguments == 0 ? text(hazard, call) : List.of();
      case "hashCode" -> arguments == 0 ? hash(hazard, call) : List.of();
      default -> List.of();
    };
  }

  private static List<Draft> equal(Hazard hazard, MethodCallExpr call) {
    Expression other = call.getArgument(0);
    String left = hazard.file().textOf(hazard.subject());
    String right = hazard.file().textOf(other);
    List<Draft> drafts = new ArrayList<>();
    if (other.isLiteralExpr() || Constants.isConstant(other)) {
      drafts.add(
          draft(hazard, call, right + ".equals(" + left + ")", List.of(), 0.72, "is not equal"));
      return drafts;
    }
    TypeUse objects = Imports.use("java.util.Objects", hazard.file(), hazard.context().sources());
    String safe = objects.name() + ".equals(" + left + ", " + right + ")";
    drafts.add(draft(hazard, call, safe, objects.edits(), 0.76, "equals null alone"));
    if (Repeatable.is(hazard.subject()) && Repeatable.is(other)) {
      String spelled =
          "(%s ? %s == null : %s)".formatted(hazard.unsafe(), right, hazard.file().textOf(call));
      drafts.add(draft(hazard, call, spelled, List.of(), 0.7, "equals null alone"));
    }
    return drafts;
  }

  private static List<Draft> text(Hazard hazard, MethodCallExpr call) {
    String subject = hazard.file().textOf(hazard.subject());
    boolean characters = hazard.types().of(hazard.subject()).filter("char[]"::equals).isPresent();
    return characters
        ? List.of()
        : List.of(
            draft(
                hazard,
                call,
                "String.valueOf(" + subject + ")",
                List.of(),
                0.72,
                "reads \"null\""));
  }

  private static List<Draft> hash(Hazard hazard, MethodCallExpr call) {
    if (!Repeatable.is(hazard.subject())) {
      return List.of();
    }
    String whole = hazard.file().textOf(call);
    Node parent = call.getParentNode().orElse(null);
    boolean parentheses = parent instanceof BinaryExpr || parent instanceof UnaryExpr;
    String value = hazard.unsafe() + " ? 0 : " + whole;
    return List.of(
        draft(hazard, call, parentheses ? "(" + value + ")" : value, List.of(), 0.72, "is 0"));
  }

  private static Draft draft(
      Hazard hazard,
      MethodCallExpr call,
      String replacement,
      List<TextEdit> imports,
      double confidence,
      String outcome) {
    List<TextEdit> edits = new ArrayList<>(imports);
    edits.add(new TextEdit(hazard.file().start(call), hazard.file().end(call), replacement));
    return new Draft(
        "Let %s take null".formatted(call.getNameAsString()),
        "From now on null %s here, as the JDK's own null-safe methods have it.".formatted(outcome),
        Risk.LOW,
        confidence,
        edits);
  }
}
