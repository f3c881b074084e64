package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives an exception that is thrown from a catch block the one it was thrown for as its cause. */
@AutoService(Rule.class)
public final class KeepCause implements Rule {
  private static final double CONFIDENCE = 0.3;

  @Override
  public String name() {
    return "keep-cause";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    int line = context.site().line();
    return find(context.file(), context.sources()).stream()
        .filter(found -> found.node().getRange().filter(at -> at.begin.line == line).isPresent())
        .map(found -> fix(context, found))
        .toList();
  }

  private CandidateFix fix(RuleContext context, Finding found) {
    ParsedFile file = context.file();
    String thrown =
        ((ThrowStmt) found.node()).getExpression().asObjectCreationExpr().getTypeAsString();
    return new CandidateFix(
        name(),
        "Keep the cause of the " + thrown,
        "At %s:%d %s. From now on the cause is there to be logged; what is thrown is the same otherwise, so this explains the failure and does not prevent it."
            .formatted(file.path(), context.site().line(), found.what()),
        Risk.LOW,
        CONFIDENCE,
        null,
        Effect.THROWS,
        List.of(new FileEdit(file.path(), file.text(), found.edits())));
  }

  /**
   * Finds throw statements in catch blocks that lose the caught exception.
   *
   * @return in the order of the text; only where the thrown type is known to take a cause
   */
  public static List<Finding> find(ParsedFile file, RuleContext.Sources sources) {
    List<Finding> findings = new ArrayList<>();
    for (CatchClause clause : file.unit().findAll(CatchClause.class)) {
      String caught = clause.getParameter().getNameAsString();
      for (ThrowStmt statement : clause.getBody().findAll(ThrowStmt.class)) {
        boolean own =
            statement.findAncestor(CatchClause.class).filter(found -> found == clause).isPresent();
        if (own
            && statement.getExpression() instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isEmpty()
            && losesCause(clause, creation, caught)) {
          edit(file, sources, creation, caught)
              .ifPresent(
                  edit ->
                      findings.add(
                          new Finding(
                              statement,
                              "the %s that is thrown does not tell of `%s`, which led to it"
                                  .formatted(creation.getTypeAsString(), caught),
                              List.of(edit))));
        }
      }
    }
    return List.copyOf(findings);
  }

  /** Whether the caught exception goes nowhere else: it is not passed, stored, nor chained. */
  private static boolean losesCause(
      CatchClause clause, ObjectCreationExpr creation, String caught) {
    return clause.getBody().findAll(NameExpr.class).stream()
        .filter(use -> use.getNameAsString().equals(caught))
        .allMatch(use -> isMessage(use) && creation.isAncestorOf(use));
  }

  private static boolean isMessage(NameExpr use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == use).isPresent()
        && call.getNameAsString().matches("getMessage|getLocalizedMessage|toString");
  }

  private static Optional<TextEdit> edit(
      ParsedFile file, RuleContext.Sources sources, ObjectCreationExpr creation, String caught) {
    List<Expression> given = creation.getArguments();
    if (given.size() > 1 || !takesCause(file, sources, creation, given.size())) {
      return Optional.empty();
    }
    int behind = file.end(creation) - 1;
    if (given.isEmpty()) {
      return Optional.of(new TextEdit(behind, behind, caught));
    }
    int end = file.end(given.get(0));
    return Optional.of(new TextEdit(end, end, ", " + caught));
  }

  private static boolean takesCause(
      ParsedFile file, RuleContext.Sources sources, ObjectCreationExpr creation, int given) {
    List<List<String>> known =
        Creation.constructors(creation.getTypeAsString(), file, new Types(sources));
    return given == 0
        ? known.contains(List.of("Throwable"))
        : known.contains(List.of("String", "Throwable"))
            && isText(creation.getArgument(0), file, sources);
  }

  private static boolean isText(Expression argument, ParsedFile file, RuleContext.Sources sources) {
    boolean joined = argument.isBinaryExpr() && argument.toString().contains("\"");
    return joined
        || argument.toString().startsWith("String.format(")
        || new ExpressionTypes(file, new Types(sources))
            .of(argument)
            .filter(type -> type.equals("String") || type.equals("java.lang.String"))
            .isPresent();
  }
}
