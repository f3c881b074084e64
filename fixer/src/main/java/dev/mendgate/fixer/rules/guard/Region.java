package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTraversableScope;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that make sense only together with the failing one: those up to the last that
 * needs what it declares, or uses the missing object itself.
 *
 * @param statements neighbours in one block, the failing one first
 * @param rest statements of the block behind them
 */
record Region(List<Statement> statements, List<Statement> rest) {
  private static final int MAX_STATEMENTS = 25;

  /** Returns the region of a hazard; empty where leaving it out cannot compile. */
  static Optional<Region> of(Hazard hazard) {
    Optional<Statement> first = Enclosing.listed(hazard.use());
    if (first.isEmpty() || !(first.get().getParentNode().orElse(null) instanceof BlockStmt block)) {
      return Optional.empty();
    }
    List<Statement> all = block.getStatements();
    int from = indexOf(first.get(), all);
    int to = lastNeeded(all, from, hazard.subject());
    Region region = new Region(all.subList(from, to + 1), all.subList(to + 1, all.size()));
    return Optional.of(region).filter(Region::canBeLeftOut);
  }

  Statement first() {
    return statements.get(0);
  }

  Statement last() {
    return statements.get(statements.size() - 1);
  }

  private static int indexOf(Statement statement, List<Statement> all) {
    int at = 0;
    while (all.get(at) != statement) {
      at++;
    }
    return at;
  }

  private static int lastNeeded(List<Statement> all, int from, Expression subject) {
    Set<String> names = new HashSet<>();
    int last = from;
    for (int i = from; i <= last; i++) {
      names.addAll(definedIn(all.get(i)));
      last = Math.max(last, lastUse(all, i, names, subject));
    }
    return last;
  }

  private static int lastUse(List<Statement> all, int from, Set<String> names, Expression subject) {
    for (int i = all.size() - 1; i > from; i--) {
      if (uses(all.get(i), names) || needs(all.get(i), subject)) {
        return i;
      }
    }
    return from;
  }

  private static boolean uses(Statement statement, Set<String> names) {
    return statement
        .findFirst(NameExpr.class, name -> names.contains(name.getNameAsString()))
        .isPresent();
  }

  /** Whether the subject is used as an object, without a check. */
  private static boolean needs(Statement statement, Expression subject) {
    return statement
        .findFirst(
            Expression.class,
            found ->
                found.equals(subject) && isScope(found) && !Conditions.notNull(found).holdAt(found))
        .isPresent();
  }

  private static boolean isScope(Expression found) {
    Node parent = found.getParentNode().orElse(null);
    return parent instanceof NodeWithTraversableScope scoped
        && scoped.traverseScope().filter(scope -> scope == found).isPresent();
  }

  /** Locals that are declared here, and those that get their first value here. */
  private static Set<String> definedIn(Statement statement) {
    Set<String> names = new HashSet<>();
    if (statement.isExpressionStmt()
        && statement.asExpressionStmt().getExpression().isVariableDeclarationExpr()) {
      statement
          .asExpressionStmt()
          .getExpression()
          .asVariableDeclarationExpr()
          .getVariables()
          .forEach(variable -> names.add(variable.getNameAsString()));
    }
    statement.findAll(AssignExpr.class).stream()
        .map(AssignExpr::getTarget)
        .filter(NameExpr.class::isInstance)
        .map(NameExpr.class::cast)
        .filter(name -> hasNoValueBefore(name, statement))
        .forEach(name -> names.add(name.getNameAsString()));
    return names;
  }

  private static boolean hasNoValueBefore(NameExpr name, Statement statement) {
    return Declarations.find(name.getNameAsString(), statement)
        .filter(found -> found.kind() == Declarations.Kind.LOCAL)
        .map(Declarations.Variable::node)
        .filter(VariableDeclarator.class::isInstance)
        .filter(node -> ((VariableDeclarator) node).getInitializer().isEmpty())
        .isPresent();
  }

  private boolean canBeLeftOut() {
    return statements.size() <= MAX_STATEMENTS
        && statements.stream().noneMatch(Conditions::endsAbruptly)
        && !(rest.isEmpty() && endsFunction());
  }

  /** Whether a value must be returned where the region ends. */
  private boolean endsFunction() {
    Node parent = last().getParentNode().orElse(null);
    Node owner = parent == null ? null : parent.getParentNode().orElse(null);
    return owner instanceof CallableDeclaration<?>
        && owner instanceof MethodDeclaration method
        && !method.getType().isVoidType();
  }
}
