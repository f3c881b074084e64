package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.Expression;
import dev.mendgate.fixer.field.Assignments;
import java.util.List;

/** Literals {@code null} that constructors assign to a field which they set elsewhere. */
final class NullInConstructors {
  private NullInConstructors() {}

  /** Returns the literals, in the order of the text; none where no other value is ever assigned. */
  static List<Expression> of(Assignments assignments) {
    return assignments.all().isEmpty()
        ? List.of()
        : assignments.nulls().stream()
            .filter(value -> value.findAncestor(ConstructorDeclaration.class).isPresent())
            .toList();
  }
}
