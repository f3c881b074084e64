package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.mendgate.fixer.analysis.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on the way to a statement.
 *
 * @param owner the {@code if} it belongs to
 * @param truth what it must be for the statement to run
 * @param around whether the statement stands in the {@code if}; else the {@code if} leaves before
 */
record Guard(IfStmt owner, boolean truth, boolean around) {
  Expression condition() {
    return owner.getCondition();
  }

  /** Whether the {@code if} does nothing but run the statement. */
  boolean isOnlyFor(Statement statement) {
    return around
        && truth
        && owner.getElseStmt().isEmpty()
        && (owner.getThenStmt() == statement
            || (owner.getThenStmt() instanceof BlockStmt block
                && block.getStatements().size() == 1
                && block.getStatement(0) == statement));
  }

  /** Finds the guards of a statement, nearest first. */
  static List<Guard> of(Statement statement) {
    List<Guard> guards = new ArrayList<>();
    Node child = statement;
    while (!isBoundary(child)) {
      Node parent = child.getParentNode().orElse(null);
      if (parent instanceof IfStmt check && check.getCondition() != child) {
        guards.add(new Guard(check, check.getThenStmt() == child, true));
      } else if (parent instanceof BlockStmt block) {
        addExits(guards, block.getStatements(), child);
      } else if (parent instanceof SwitchEntry entry) {
        addExits(guards, entry.getStatements(), child);
      }
      if (parent == null || (parent instanceof TryStmt tried && tried.getTryBlock() != child)) {
        break;
      }
      child = parent;
    }
    return guards;
  }

  private static void addExits(List<Guard> guards, List<Statement> statements, Node until) {
    List<Guard> exits = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement == until) {
        break;
      }
      if (statement instanceof IfStmt check
          && check.getElseStmt().isEmpty()
          && Conditions.endsAbruptly(check.getThenStmt())
          && !endsInThrow(check.getThenStmt())) {
        exits.add(0, new Guard(check, false, false));
      }
    }
    guards.addAll(exits);
  }

  private static boolean endsInThrow(Statement statement) {
    return statement instanceof BlockStmt block
        ? block.getStatements().getLast().filter(Statement::isThrowStmt).isPresent()
        : statement.isThrowStmt();
  }

  private static boolean isBoundary(Node node) {
    return node instanceof BodyDeclaration
        || node instanceof LambdaExpr
        || node instanceof CompilationUnit;
  }
}
