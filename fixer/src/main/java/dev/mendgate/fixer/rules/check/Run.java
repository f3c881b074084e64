package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements of one block that are left out together, because the later ones use what the first
 * ones make.
 *
 * @param first index in the block
 * @param last index in the block
 */
record Run(BlockStmt block, int first, int last) {
  /** Returns the run a node stands in; empty where leaving it out would not compile. */
  static Optional<Run> around(Node node) {
    Optional<Statement> start = Enclosing.listed(node);
    Set<String> made = new LinkedHashSet<>();
    while (start.isPresent()) {
      Statement statement = start.get();
      if (!(statement.getParentNode().orElse(null) instanceof BlockStmt block)) {
        return Optional.empty();
      }
      made.addAll(assigned(statement));
      int index = block.getStatements().indexOf(statement);
      int first = made.stream().mapToInt(name -> declared(name, block, index)).min().orElse(index);
      if (first < 0) {
        start = Enclosing.listed(block);
        continue;
      }
      return of(block, first, index, made);
    }
    return Optional.empty();
  }

  private static Optional<Run> of(BlockStmt block, int first, int index, Set<String> made) {
    int last = index;
    for (int i = index + 1; i < block.getStatements().size(); i++) {
      if (block
          .getStatement(i)
          .findFirst(NameExpr.class, use -> made.contains(use.getNameAsString()))
          .isPresent()) {
        last = i;
      }
    }
    boolean leaves =
        block.getStatements().subList(first, last + 1).stream().anyMatch(Conditions::endsAbruptly);
    boolean clean =
        block.getStatements().subList(first, last + 1).stream()
            .noneMatch(Statement::isExplicitConstructorInvocationStmt);
    return leaves || !clean ? Optional.empty() : Optional.of(new Run(block, first, last));
  }

  /** Returns locals that a statement declares, or assigns though they had no value before. */
  private static Set<String> assigned(Statement statement) {
    Set<String> names = new LinkedHashSet<>();
    if (statement.isExpressionStmt()) {
      statement.asExpressionStmt().getExpression().toVariableDeclarationExpr().stream()
          .flatMap(found -> found.getVariables().stream())
          .forEach(found -> names.add(found.getNameAsString()));
    }
    for (AssignExpr found : statement.findAll(AssignExpr.class)) {
      if (found.getTarget() instanceof NameExpr name
          && Declarations.find(name.getNameAsString(), name)
              .filter(variable -> variable.kind() == Kind.LOCAL)
              .filter(variable -> variable.node() instanceof VariableDeclarator)
              .filter(variable -> ((VariableDeclarator) variable.node()).getInitializer().isEmpty())
              .isPresent()) {
        names.add(name.getNameAsString());
      }
    }
    return names;
  }

  /** Returns where a block declares a local, the index where it is declared within, or -1. */
  private static int declared(String name, BlockStmt block, int index) {
    for (int i = index; i >= 0; i--) {
      boolean here =
          block
              .getStatement(i)
              .findFirst(VariableDeclarator.class, found -> found.getNameAsString().equals(name))
              .isPresent();
      if (here) {
        return i;
      }
    }
    return -1;
  }

  /** Whether names of a condition mean the same before the first statement. */
  boolean canAsk(List<Expression> parts) {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(
        part -> part.findAll(NameExpr.class).forEach(name -> names.add(name.getNameAsString())));
    return block.getStatements().subList(first, last + 1).stream()
        .noneMatch(
            statement ->
                statement
                        .findFirst(
                            AssignExpr.class, found -> names.contains(found.getTarget().toString()))
                        .isPresent()
                    || statement
                        .findFirst(
                            VariableDeclarator.class,
                            found -> names.contains(found.getNameAsString()))
                        .isPresent());
  }

  /** Returns the edit that puts the run under a condition. */
  TextEdit under(String condition, ParsedFile file) {
    Style style = Style.of(file);
    int from = file.start(block.getStatement(first));
    int to = file.end(block.getStatement(last));
    String indent = file.indentation(block.getStatement(first).getRange().orElseThrow().begin.line);
    String body = style.shifted(file.text().substring(from, to));
    return new TextEdit(from, to, style.ifBlock(indent, condition, List.of(body)));
  }
}
