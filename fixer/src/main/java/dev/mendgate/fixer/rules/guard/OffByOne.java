package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Optional;

/** Corrects a comparison that lets an index be as large as the size. */
final class OffByOne {
  private OffByOne() {}

  /**
   * Returns a draft where a condition around the access lets through exactly one index too many.
   */
  static List<Draft> of(BoundsHazards.Found found) {
    IndexUse use = found.use();
    Hazard hazard = found.hazard();
    if (use.inclusive() || !(use.index() instanceof NameExpr)) {
      return List.of();
    }
    String index = use.index().toString();
    String size = use.sizeOf(use.container() == null ? null : use.container().toString());
    Optional<Node> body = Enclosing.boundary(hazard.use());
    return body.stream()
        .flatMap(node -> node.findAll(BinaryExpr.class).stream())
        .filter(test -> letsSizeThrough(test, index, size) && isAround(test, hazard.use()))
        .map(test -> draft(hazard, test))
        .toList();
  }

  private static boolean letsSizeThrough(BinaryExpr test, String index, String size) {
    String left = test.getLeft().toString();
    String right = test.getRight().toString();
    return switch (test.getOperator()) {
      case LESS_EQUALS -> left.equals(index) && right.equals(size);
      case GREATER_EQUALS -> left.equals(size) && right.equals(index);
      default -> false;
    };
  }

  /** The test decides, as a header or an earlier operand, whether the access runs. */
  private static boolean isAround(Expression test, Node use) {
    Node owner = Enclosing.outermost(test).getParentNode().orElse(test);
    return owner.isAncestorOf(use);
  }

  private static Draft draft(Hazard hazard, BinaryExpr test) {
    int from = hazard.file().end(test.getLeft());
    int equals = hazard.file().text().indexOf('=', from);
    return new Draft(
        "Stop one step earlier: %s".formatted(hazard.safe()),
        "The comparison let the index be as large as the size; from now on it stops before that.",
        Risk.LOW,
        0.8,
        List.of(new TextEdit(equals, equals + 1, "")));
  }
}
