package dev.mendgate.fixer.habit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether something is at stake behind a patch that hides a failure: money is computed, or
 * state that outlives the call is changed. Such a patch ranks below an explicit error.
 */
public final class Stakes {
  private static final Pattern MONEY_NAME =
      Pattern.compile(
          "(?:.*[a-z])?(?:[Aa]mount|[Pp]rice|[Bb]alance|[Mm]oney|[Pp]ayment|[Cc]urrency|[Ii]nvoice"
              + "|[Rr]efund|[Ss]alary|[Dd]ebit)s?");
  private static final Pattern MONEY_TYPE =
      Pattern.compile("\\b(?:BigDecimal|Currency|MonetaryAmount|Money)\\b");
  private static final Set<String> LASTING =
      Set.of(
          "save",
          "saveAll",
          "persist",
          "store",
          "send",
          "publish",
          "commit",
          "transfer",
          "update",
          "insert",
          "delete",
          "execute",
          "submit",
          "post",
          "charge",
          "pay",
          "book",
          "enqueue");
  private static final double BELOW = 0.95;

  private Stakes() {}

  /**
   * Returns the fixes with those that hide a failure, where something is at stake, less confident
   * than the best explicit error for the same file; says so in their rationale.
   */
  public static List<CandidateFix> weighed(List<CandidateFix> fixes, RuleContext.Sources sources) {
    Optional<CandidateFix> error =
        fixes.stream()
            .filter(fix -> fix.effect() == Effect.THROWS)
            .max(Comparator.comparingDouble(CandidateFix::confidence));
    List<CandidateFix> weighed = new ArrayList<>();
    for (CandidateFix fix : fixes) {
      boolean hides = fix.effect() == Effect.SKIPS || fix.effect() == Effect.DEFAULTS;
      Optional<String> stake = hides ? behind(fix, sources) : Optional.empty();
      weighed.add(stake.map(words -> marked(fix, words, error)).orElse(fix));
    }
    return weighed;
  }

  private static CandidateFix marked(CandidateFix fix, String stake, Optional<CandidateFix> error) {
    String rest = error.isPresent() ? "; an explicit error ranks above it" : "";
    CandidateFix said =
        fix.withRationale(
            "%s It hides the failure where %s%s.".formatted(fix.rationale(), stake, rest));
    return error
        .filter(thrown -> thrown.confidence() <= fix.confidence())
        .map(thrown -> said.withConfidence(thrown.confidence() * BELOW * fix.confidence()))
        .orElse(said);
  }

  private static Optional<String> behind(CandidateFix fix, RuleContext.Sources sources) {
    FileEdit edit = fix.edits().get(0);
    Optional<ParsedFile> file = sources.parse(edit.path());
    Optional<Integer> place =
        edit.edits().stream()
            .filter(one -> !one.replacement().contains("import "))
            .map(one -> one.start())
            .findFirst();
    boolean skips = fix.effect() == Effect.SKIPS;
    return file.flatMap(
        found ->
            place.flatMap(
                offset ->
                    Habits.callableAt(found, offset)
                        .flatMap(method -> at(found, method, offset, skips))));
  }

  private static Optional<String> at(
      ParsedFile file, CallableDeclaration<?> method, int offset, boolean skips) {
    List<Node> behind = new ArrayList<>();
    method.walk(
        Node.TreeTraversal.PREORDER,
        node -> {
          if (node.getRange().isPresent() && file.start(node) >= offset) {
            behind.add(node);
          }
        });
    return behind.stream().flatMap(node -> stake(node, skips).stream()).findFirst();
  }

  private static Optional<String> stake(Node node, boolean skips) {
    if (node instanceof NameExpr name && MONEY_NAME.matcher(name.getNameAsString()).matches()) {
      return Optional.of("`" + name + "`, which reads as money, is used");
    }
    if (node instanceof com.github.javaparser.ast.type.ClassOrInterfaceType type
        && MONEY_TYPE.matcher(type.getNameAsString()).matches()) {
      return Optional.of("a `" + type.getNameAsString() + "` is used");
    }
    if (skips && isAccumulated(node)) {
      return Optional.of("`" + node + "` keeps count");
    }
    if (node instanceof MethodCallExpr call && isLasting(call)) {
      return Optional.of("`" + call.getNameAsString() + "` is called");
    }
    return Optional.empty();
  }

  /**
   * A field that grows by what was there before misses what is skipped; a field that is merely set
   * is what the object is for.
   */
  private static boolean isAccumulated(Node node) {
    return (node instanceof AssignExpr assignment
            && assignment.getOperator() != AssignExpr.Operator.ASSIGN
            && isField(assignment.getTarget()))
        || (node instanceof UnaryExpr step
            && (step.getOperator().asString().equals("++")
                || step.getOperator().asString().equals("--"))
            && isField(step.getExpression()));
  }

  private static boolean isLasting(MethodCallExpr call) {
    return LASTING.contains(call.getNameAsString())
        && call.getParentNode().orElse(null) instanceof ExpressionStmt
        && call.getScope().filter(Stakes::isField).isPresent();
  }

  private static boolean isField(Expression target) {
    if (target instanceof FieldAccessExpr access) {
      return access.getScope().isThisExpr();
    }
    return target instanceof NameExpr name
        && Declarations.find(name.getNameAsString(), name)
            .filter(found -> found.kind() == Declarations.Kind.FIELD)
            .isPresent();
  }
}
