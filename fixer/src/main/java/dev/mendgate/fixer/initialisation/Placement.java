package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.List;
import java.util.Optional;

/** Chooses where code that creates a field's value goes: before all uses that need it alike. */
final class Placement {
  private final NullField found;

  Placement(NullField found) {
    this.found = found;
  }

  /** Puts the lines in; empty where no statement may stand there. */
  Optional<NodeEdits> insert(List<String> lines, NodeEdits edits) {
    return statement()
        .filter(at -> !(at instanceof ExplicitConstructorInvocationStmt))
        .map(at -> edits.insertBefore(at, lines));
  }

  /** Returns the statement to put the code before. */
  private Optional<Statement> statement() {
    Optional<Statement> around = found.read().findAncestor(Statement.class);
    return around.map(this::beforeBranches);
  }

  /** Goes out of a switch or an if whose other branches use the field too. */
  private Statement beforeBranches(Statement start) {
    Statement at = start;
    Optional<Statement> choice = choiceAround(at);
    while (choice.isPresent() && otherBranchUses(choice.get(), at)) {
      at = choice.get();
      choice = choiceAround(at);
    }
    return at;
  }

  private static Optional<Statement> choiceAround(Statement statement) {
    Node parent = statement.getParentNode().orElse(null);
    if (parent instanceof BlockStmt block) {
      parent = block.getParentNode().orElse(null);
    }
    if (parent instanceof SwitchEntry entry
        && entry.getParentNode().orElse(null) instanceof SwitchStmt choice) {
      return Optional.of(choice);
    }
    return parent instanceof IfStmt choice ? Optional.of(choice) : Optional.empty();
  }

  private boolean otherBranchUses(Statement choice, Statement at) {
    if (choice instanceof SwitchStmt found) {
      return found.getEntries().stream()
          .filter(entry -> !entry.isAncestorOf(at))
          .anyMatch(this::uses);
    }
    IfStmt test = choice.asIfStmt();
    return !uses(test.getCondition())
        && List.of(Optional.of(test.getThenStmt()), test.getElseStmt()).stream()
            .flatMap(Optional::stream)
            .filter(branch -> branch != at && !branch.isAncestorOf(at))
            .anyMatch(this::uses);
  }

  private boolean uses(Node node) {
    return node.findAll(Expression.class).stream().anyMatch(found.field()::isNamedBy);
  }
}
