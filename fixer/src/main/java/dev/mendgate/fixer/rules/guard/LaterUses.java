package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithTraversableScope;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.Optional;

/** Tells whether code that goes on with null would only fail a little later. */
final class LaterUses {
  /** What is left of the confidence in a guard behind which the same reference is used again. */
  static final double FAILS_LATER = 0.5;

  private LaterUses() {}

  /** Returns {@link #FAILS_LATER} where the subject is used unchecked behind a node, else 1. */
  static double factor(Hazard hazard, Node guarded) {
    return hazard.kind() == Hazard.Kind.NULL && exist(hazard, guarded) ? FAILS_LATER : 1;
  }

  private static boolean exist(Hazard hazard, Node guarded) {
    Optional<Node> body = Enclosing.boundary(guarded);
    int end = hazard.file().end(guarded);
    return body.isPresent()
        && body.get()
            .findFirst(
                Expression.class,
                found ->
                    found.equals(hazard.subject())
                        && hazard.file().start(found) >= end
                        && isUse(found)
                        && !Conditions.notNull(found).holdAt(found)
                        && !areExclusive(found, guarded))
            .isPresent();
  }

  private static boolean isUse(Expression found) {
    Node parent = found.getParentNode().orElse(null);
    return (parent instanceof NodeWithTraversableScope scoped
            && scoped.traverseScope().filter(scope -> scope == found).isPresent())
        || (parent instanceof ForEachStmt loop && loop.getIterable() == found);
  }

  /** Whether the code between leaves the method, so that the later use is not reached. */
  private static boolean areExclusive(Expression later, Node guarded) {
    Node at = guarded;
    while (at.getParentNode().isPresent() && !at.isAncestorOf(later)) {
      if (at instanceof Statement statement && Conditions.endsAbruptly(statement)) {
        return true;
      }
      at = at.getParentNode().get();
    }
    return at instanceof IfStmt check
        && !check.getCondition().isAncestorOf(guarded)
        && check.getCondition() != guarded;
  }
}
