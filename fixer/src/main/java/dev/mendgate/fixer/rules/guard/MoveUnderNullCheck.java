package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves what needs an object behind the null check that stands too late. */
@AutoService(Rule.class)
public final class MoveUnderNullCheck implements Rule {
  private static final double AS_IT_IS = 0.8;
  private static final double OLD_VALUE = 0.74;
  private static final double NEUTRAL_VALUE = 0.6;

  @Override
  public String name() {
    return "move-under-null-check";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, MoveUnderNullCheck::drafts);
  }

  private static List<Draft> drafts(Hazard hazard) {
    Optional<Statement> statement =
        Enclosing.listed(hazard.use())
            .filter(Statement::isExpressionStmt)
            .filter(found -> found.getParentNode().orElse(null) instanceof BlockStmt);
    if (statement.isEmpty()) {
      return List.of();
    }
    List<Statement> all =
        ((BlockStmt) statement.get().getParentNode().orElseThrow()).getStatements();
    int at = 0;
    while (all.get(at) != statement.get()) {
      at++;
    }
    return at + 1 < all.size() && all.get(at + 1) instanceof IfStmt check
        ? moved(hazard, statement.get(), check, all.subList(at + 2, all.size()))
        : List.of();
  }

  private static List<Draft> moved(
      Hazard hazard, Statement statement, IfStmt check, List<Statement> rest) {
    Optional<String> given = givenBy(statement);
    boolean usedInCheck = given.filter(name -> uses(check.getCondition(), name)).isPresent();
    if (usedInCheck) {
      return List.of();
    }
    Expression subject = hazard.subject();
    boolean leaves = check.getElseStmt().isEmpty() && Conditions.endsAbruptly(check.getThenStmt());
    if (leaves && settled(subject, check, rest)) {
      boolean used = given.filter(name -> uses(check.getThenStmt(), name)).isPresent();
      return used ? List.of() : List.of(behind(hazard, statement, check));
    }
    boolean guards =
        check.getThenStmt() instanceof BlockStmt then
            && !then.getStatements().isEmpty()
            && Conditions.notNull(subject).holdAt(then);
    return guards ? into(hazard, statement, check, rest) : List.of();
  }

  /** Whether the check leaves where the subject is null: seen from what stands behind it. */
  private static boolean settled(Expression subject, IfStmt check, List<Statement> rest) {
    return !rest.isEmpty()
        && Conditions.notNull(subject).holdAt(rest.get(0))
        && check.getCondition().toString().contains(subject + " == null");
  }

  private static Draft behind(Hazard hazard, Statement statement, IfStmt check) {
    ParsedFile file = hazard.file();
    NodeEdits edits = new NodeEdits(file).remove(statement);
    edits.insertAfter(check, List.of(file.textOf(statement)));
    return draft(
        hazard, edits, AS_IT_IS, Effect.REPAIRS, "behind the check that leaves the method");
  }

  private static List<Draft> into(
      Hazard hazard, Statement statement, IfStmt check, List<Statement> rest) {
    ParsedFile file = hazard.file();
    BlockStmt then = check.getThenStmt().asBlockStmt();
    Optional<VariableDeclarator> local = declared(statement);
    boolean neededOutside =
        local.isPresent()
            && (rest.stream().anyMatch(found -> uses(found, local.get().getNameAsString()))
                || check
                    .getElseStmt()
                    .filter(found -> uses(found, local.get().getNameAsString()))
                    .isPresent());
    if (!neededOutside) {
      NodeEdits edits = new NodeEdits(file).remove(statement);
      edits.insertFirst(then, List.of(file.textOf(statement)));
      return List.of(draft(hazard, edits, AS_IT_IS, Effect.REPAIRS, "under the check behind it"));
    }
    VariableDeclarator declarator = local.get();
    if (declarator.getInitializer().isEmpty()
        || statement.asExpressionStmt().getExpression().asVariableDeclarationExpr().isFinal()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    oldValue(declarator, rest, hazard)
        .ifPresent(value -> drafts.add(split(hazard, declarator, then, value, OLD_VALUE)));
    String neutral = NeutralValues.instead(declarator.getTypeAsString());
    drafts.add(split(hazard, declarator, then, neutral, NEUTRAL_VALUE));
    return drafts;
  }

  /** The variable is declared with another value and gets its own where there is one. */
  private static Draft split(
      Hazard hazard, VariableDeclarator local, BlockStmt then, String value, double confidence) {
    ParsedFile file = hazard.file();
    Expression initial = local.getInitializer().orElseThrow();
    NodeEdits edits = new NodeEdits(file).replace(initial, value);
    edits.insertFirst(then, List.of(local.getNameAsString() + " = " + file.textOf(initial) + ";"));
    return draft(
        hazard,
        edits,
        confidence,
        Effect.DEFAULTS,
        "under the check behind it, `"
            + local.getNameAsString()
            + "` is `"
            + value
            + "` otherwise");
  }

  private static Draft draft(
      Hazard hazard, NodeEdits edits, double confidence, Effect effect, String where) {
    return new Draft(
            "Move what needs %s under its null check".formatted(hazard.subject()),
            "The next statement checks it, one line too late: from now on the code runs %s."
                .formatted(where),
            Risk.LOW,
            confidence,
            edits.toFileEdit().edits())
        .with(effect);
  }

  /** A field of the same type that is overwritten behind: its old value is what is asked for. */
  private static Optional<String> oldValue(
      VariableDeclarator local, List<Statement> rest, Hazard hazard) {
    return rest.stream()
        .flatMap(found -> found.findAll(AssignExpr.class).stream())
        .map(AssignExpr::getTarget)
        .filter(target -> target.isFieldAccessExpr() || target.isNameExpr())
        .filter(target -> !target.toString().equals(hazard.subject().toString()))
        .filter(
            target -> hazard.types().of(target).filter(local.getTypeAsString()::equals).isPresent())
        .filter(target -> target.isFieldAccessExpr() || isField(target.asNameExpr(), hazard))
        .map(Expression::toString)
        .findFirst();
  }

  private static boolean isField(NameExpr name, Hazard hazard) {
    return hazard.types().variable(name).filter(found -> found.kind() == Kind.FIELD).isPresent();
  }

  private static Optional<VariableDeclarator> declared(Statement statement) {
    Expression expression = statement.asExpressionStmt().getExpression();
    return expression.isVariableDeclarationExpr()
            && expression.asVariableDeclarationExpr().getVariables().size() == 1
        ? Optional.of(expression.asVariableDeclarationExpr().getVariable(0))
        : Optional.empty();
  }

  /** Returns the name of the variable a statement gives a value. */
  private static Optional<String> givenBy(Statement statement) {
    Expression expression = statement.asExpressionStmt().getExpression();
    return expression instanceof AssignExpr assignment
        ? Optional.of(assignment.getTarget().toString())
        : declared(statement).map(VariableDeclarator::getNameAsString);
  }

  private static boolean uses(Node node, String name) {
    return node.findFirst(Expression.class, found -> found.toString().equals(name)).isPresent();
  }
}
