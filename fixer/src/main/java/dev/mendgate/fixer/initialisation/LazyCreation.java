package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Portable;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whether and with what a field may be created where it is used. */
final class LazyCreation {
  static final Set<String> FILLING =
      Set.of("add", "addAll", "addFirst", "addLast", "append", "offer", "push", "put", "putAll");

  private final NullField found;
  private final RuleContext context;
  private final Assignments assignments;

  LazyCreation(NullField found, RuleContext context) {
    this.found = found;
    this.context = context;
    this.assignments = Assignments.of(found.field());
  }

  /**
   * Returns the creation: the one the class itself uses elsewhere, else that of an empty collection
   * which the failing code fills.
   */
  Optional<Creation> creation() {
    boolean setFromTheStart =
        assignments.isInitialised()
            || (!assignments.inConstructors().isEmpty() && !assignments.nullIsAState());
    if (setFromTheStart && !assignments.isLost()) {
      return Optional.empty();
    }
    Optional<Creation> copied =
        Stream.concat(
                found.field().variable().getInitializer().stream(),
                assignments.all().stream().map(AssignExpr::getValue))
            .filter(Portable::fromAnywhere)
            .filter(value -> Portable.to(found.read(), value))
            .filter(value -> found.field().isStatic() || !inStaticCode(found.read()))
            .findFirst()
            .map(value -> new Creation(found.file().textOf(value), List.of(), true));
    return copied.isPresent() ? copied : isFilled(found) ? empty() : Optional.empty();
  }

  private Optional<Creation> empty() {
    return new Creations(found.file(), context.sources())
        .of(found.field().type())
        .filter(Creation::neutral);
  }

  /** Returns whether the failing code puts something into the field's value. */
  static boolean isFilled(NullField found) {
    return found.dereference() instanceof MethodCallExpr call
        && FILLING.contains(call.getNameAsString());
  }

  /** Returns the statement that creates a field's value where it is missing. */
  static List<String> lines(NullField found, Creation value) {
    String name = found.file().textOf(found.read());
    return List.of(
        "if (" + name + " == null) {",
        Style.of(found.file()).indent() + name + " = " + value.expression() + ";",
        "}");
  }

  private static boolean inStaticCode(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .filter(method -> ((CallableDeclaration<?>) method).isStatic())
        .isPresent();
  }
}
