package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out the failing statement, or the rest of the loop's turn, and goes on. */
final class Skip {
  private Skip() {}

  /** Puts the statement under the safe condition. */
  static List<Draft> statement(Hazard hazard) {
    Optional<Statement> statement =
        Anchor.before(hazard)
            .map(Anchor::statement)
            .filter(found -> found.isExpressionStmt() || isLoopOrCheck(found))
            .filter(found -> !declares(found) && !initialises(found, hazard))
            .filter(found -> hazard.isRepeatable());
    return statement
        .map(found -> List.of(wrapped(hazard, found).scaled(LaterUses.factor(hazard, found))))
        .orElse(List.of());
  }

  /** Goes on with the next turn of the loop, where the hazard is about the turn's own element. */
  static List<Draft> turn(Hazard hazard) {
    if (!hazard.isRepeatable()) {
      return List.of();
    }
    return Enclosing.loop(hazard.use())
        .filter(loop -> variesWith(hazard, loop))
        .flatMap(loop -> Anchor.before(hazard))
        .map(anchor -> List.of(continued(hazard, anchor)))
        .orElse(List.of());
  }

  private static Draft continued(Hazard hazard, Anchor anchor) {
    return new Draft(
            "Go on with the next turn where %s".formatted(hazard.unsafe()),
            "From now on such an element is passed over without notice; the others are handled as before.",
            Risk.MEDIUM,
            hazard.kind() == Hazard.Kind.BOUNDS ? 0.5 : 0.6,
            anchor.guard(hazard.unsafe(), List.of("continue;"), hazard.style()))
        .with(Effect.SKIPS);
  }

  private static Draft wrapped(Hazard hazard, Statement statement) {
    double confidence =
        replacesItself(hazard, statement) ? 0.74 : statement.isExpressionStmt() ? 0.57 : 0.5;
    return new Draft(
            "Run the statement only where %s".formatted(hazard.safe()),
            "From now on this statement is left out in that case, and what follows it still runs.",
            Risk.MEDIUM,
            confidence,
            wrap(hazard, statement))
        .with(Effect.SKIPS);
  }

  private static List<TextEdit> wrap(Hazard hazard, Statement statement) {
    Style style = hazard.style();
    int start = hazard.file().start(statement);
    int end = hazard.file().end(statement);
    String indentation = hazard.file().indentation(statement.getRange().orElseThrow().begin.line);
    String body = style.shifted(hazard.file().text().substring(start, end));
    if (!(statement.getParentNode().orElse(null) instanceof BlockStmt)) {
      return List.of(new TextEdit(start, start, "if (" + hazard.safe() + ") "));
    }
    String block = style.ifBlock(indentation, hazard.safe(), List.of(body));
    int at = block.indexOf(body);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(
        new TextEdit(
            start, end, block.substring(0, at) + body + block.substring(at + body.length())));
    return edits;
  }

  /** {@code x = x.f()}: the null stays what it is. */
  private static boolean replacesItself(Hazard hazard, Statement statement) {
    return statement.isExpressionStmt()
        && statement.asExpressionStmt().getExpression() instanceof AssignExpr assignment
        && assignment.getTarget().toString().equals(hazard.subject().toString());
  }

  private static boolean isLoopOrCheck(Statement statement) {
    boolean alone = statement.isIfStmt() && statement.asIfStmt().getElseStmt().isEmpty();
    return statement.isForEachStmt() || statement.isForStmt() || statement.isWhileStmt() || alone;
  }

  /** A local that has no value before the statement would have none behind it either. */
  private static boolean initialises(Statement statement, Hazard hazard) {
    return statement.isExpressionStmt()
        && statement.asExpressionStmt().getExpression() instanceof AssignExpr assignment
        && assignment.getTarget() instanceof NameExpr name
        && hazard
            .types()
            .variable(name)
            .map(Variable::node)
            .filter(VariableDeclarator.class::isInstance)
            .filter(node -> ((VariableDeclarator) node).getInitializer().isEmpty())
            .filter(node -> Enclosing.boundary(node).equals(Enclosing.boundary(name)))
            .isPresent();
  }

  private static boolean declares(Statement statement) {
    return statement.isExpressionStmt()
        && statement.asExpressionStmt().getExpression().isVariableDeclarationExpr();
  }

  /** Whether a hazard may mean another thing in each turn of a loop. */
  static boolean variesWith(Hazard hazard, Statement loop) {
    return hazard.parts().stream()
        .flatMap(part -> part.findAll(NameExpr.class).stream())
        .anyMatch(name -> varies(name, loop));
  }

  private static boolean varies(NameExpr name, Statement loop) {
    String text = name.getNameAsString();
    boolean header =
        (loop instanceof ForEachStmt each
                && each.getVariableDeclarator().getNameAsString().equals(text))
            || (loop instanceof ForStmt counted
                && counted.getUpdate().stream()
                    .anyMatch(update -> update.toString().contains(text)));
    return header
        || Anchor.isAssigned(name, loop)
        || Declarations.find(text, name)
            .filter(found -> loop.isAncestorOf(found.node()))
            .isPresent();
  }
}
