package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out a failing declaration together with the statements that need what it declares. */
final class SkipRest {
  private static final double CONFIDENCE = 0.57;

  private SkipRest() {}

  /** Returns a draft where the declaration is followed by all its uses in one block. */
  static List<Draft> of(Hazard hazard) {
    Optional<Statement> first =
        Anchor.before(hazard)
            .map(Anchor::statement)
            .filter(found -> hazard.isRepeatable() && !declared(found).isEmpty())
            .filter(found -> found.getParentNode().orElse(null) instanceof BlockStmt);
    if (first.isEmpty()) {
      return List.of();
    }
    BlockStmt block = (BlockStmt) first.get().getParentNode().orElseThrow();
    List<Statement> statements = block.getStatements();
    int from = statements.indexOf(first.get());
    int to = lastUse(statements, from);
    boolean leaves =
        statements.subList(from, to + 1).stream().anyMatch(SkipRest::leaves)
            || (to == statements.size() - 1 && isBodyWithValue(block));
    return leaves ? List.of() : List.of(draft(hazard, statements.get(from), statements.get(to)));
  }

  private static int lastUse(List<Statement> statements, int from) {
    int last = from;
    for (int i = from + 1; i < statements.size(); i++) {
      Set<String> names =
          statements.subList(from, last + 1).stream()
              .flatMap(found -> declared(found).stream())
              .collect(Collectors.toSet());
      boolean uses =
          statements.get(i).findAll(NameExpr.class).stream()
              .anyMatch(name -> names.contains(name.getNameAsString()));
      last = uses ? i : last;
    }
    return last;
  }

  private static List<String> declared(Statement statement) {
    return statement.isExpressionStmt()
            && statement.asExpressionStmt().getExpression().isVariableDeclarationExpr()
        ? statement
            .asExpressionStmt()
            .getExpression()
            .asVariableDeclarationExpr()
            .getVariables()
            .stream()
            .map(VariableDeclarator::getNameAsString)
            .toList()
        : List.of();
  }

  private static boolean leaves(Statement statement) {
    return Conditions.endsAbruptly(statement)
        || statement
            .findFirst(ReturnStmt.class, found -> found.getExpression().isPresent())
            .isPresent();
  }

  private static boolean isBodyWithValue(BlockStmt block) {
    return Enclosing.boundary(block)
        .filter(found -> block.getParentNode().filter(found::equals).isPresent())
        .filter(found -> found.toString().contains("return "))
        .isPresent();
  }

  private static Draft draft(Hazard hazard, Statement first, Statement last) {
    int start = hazard.file().start(first);
    int end = hazard.file().end(last);
    String body = hazard.style().shifted(hazard.file().text().substring(start, end));
    String indentation = hazard.file().indentation(first.getRange().orElseThrow().begin.line);
    String block = hazard.style().ifBlock(indentation, hazard.safe(), List.of(body));
    return new Draft(
            "Go on with it only where %s".formatted(hazard.safe()),
            "From now on the declaration and what uses it are left out in that case; what follows still runs.",
            Risk.HIGH,
            CONFIDENCE,
            List.of(new TextEdit(start, end, block)))
        .with(Effect.SKIPS);
  }
}
