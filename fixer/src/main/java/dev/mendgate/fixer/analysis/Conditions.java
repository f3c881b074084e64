package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Set;

/**
 * Tells whether code already runs under a condition, so that no rule adds a check that is there.
 *
 * @param safe texts of conditions that hold where the code is safe
 * @param unsafe texts of their opposites
 * @param subject text of the expression they are about; assigning to it ends what was known
 */
public record Conditions(Set<String> safe, Set<String> unsafe, String subject) {
  /** Conditions under which an expression is not null. */
  public static Conditions notNull(Expression subject) {
    String text = subject.toString();
    return new Conditions(
        Set.of(text + " != null", "null != " + text),
        Set.of(text + " == null", "null == " + text),
        text);
  }

  /** Whether every path to the node, within its method, has passed the condition. */
  public boolean holdAt(Node node) {
    Node child = node;
    while (child.getParentNode().isPresent()) {
      Node parent = child.getParentNode().get();
      if (Enclosing.boundary(child).filter(child::equals).isPresent() && child != node) {
        return false;
      }
      if (holdsBetween(parent, child)) {
        return true;
      }
      child = parent;
    }
    return false;
  }

  private boolean holdsBetween(Node parent, Node child) {
    if (parent instanceof BinaryExpr binary && binary.getRight() == child) {
      return (binary.getOperator() == BinaryExpr.Operator.AND && implied(binary.getLeft(), true))
          || (binary.getOperator() == BinaryExpr.Operator.OR && implied(binary.getLeft(), false));
    }
    if (parent instanceof ConditionalExpr either && either.getCondition() != child) {
      return implied(either.getCondition(), either.getThenExpr() == child);
    }
    if (parent instanceof IfStmt check && check.getCondition() != child) {
      return implied(check.getCondition(), check.getThenStmt() == child);
    }
    if (parent instanceof WhileStmt loop && loop.getBody() == child) {
      return implied(loop.getCondition(), true);
    }
    if (parent instanceof ForStmt loop && loop.getBody() == child) {
      return loop.getCompare().filter(compare -> implied(compare, true)).isPresent();
    }
    if (parent instanceof BlockStmt block) {
      return settledBefore(child, block.getStatements());
    }
    return parent instanceof SwitchEntry entry && settledBefore(child, entry.getStatements());
  }

  /** Looks back through the statements before the child, up to where the subject is assigned. */
  private boolean settledBefore(Node child, List<Statement> statements) {
    boolean settled = false;
    for (Statement statement : statements) {
      if (statement == child) {
        break;
      }
      if (settles(statement)) {
        settled = true;
      } else if (assigns(statement)) {
        settled = false;
      }
    }
    return settled;
  }

  /** A check that leaves, or mends the subject, in the unsafe case. */
  private boolean settles(Statement statement) {
    return statement instanceof IfStmt check
        && check.getElseStmt().isEmpty()
        && implied(check.getCondition(), false)
        && (endsAbruptly(check.getThenStmt()) || assigns(check.getThenStmt()));
  }

  private boolean assigns(Statement statement) {
    return statement
        .findFirst(AssignExpr.class, found -> found.getTarget().toString().equals(subject))
        .isPresent();
  }

  /** Whether the safe condition follows from another one being true or false. */
  private boolean implied(Expression condition, boolean truth) {
    if (condition instanceof EnclosedExpr enclosed) {
      return implied(enclosed.getInner(), truth);
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return implied(not.getExpression(), !truth) || matches(condition, truth);
    }
    if (condition instanceof BinaryExpr both) {
      boolean splits =
          both.getOperator() == (truth ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR);
      return splits
          ? implied(both.getLeft(), truth) || implied(both.getRight(), truth)
          : matches(condition, truth);
    }
    boolean instance =
        truth
            && condition instanceof InstanceOfExpr check
            && check.getExpression().toString().equals(subject);
    return instance || matches(condition, truth);
  }

  private boolean matches(Expression condition, boolean truth) {
    return (truth ? safe : unsafe).contains(condition.toString());
  }

  /** Whether control never leaves a statement at its end. */
  public static boolean endsAbruptly(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().getLast().filter(Conditions::endsAbruptly).isPresent();
    }
    return statement.isReturnStmt()
        || statement.isThrowStmt()
        || statement.isContinueStmt()
        || statement.isBreakStmt();
  }
}
