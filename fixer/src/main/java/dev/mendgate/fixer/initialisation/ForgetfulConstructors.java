package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Portable;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import java.util.List;
import java.util.Optional;

/** Constructors that leave a field null which another constructor of the class sets. */
final class ForgetfulConstructors {
  private final NullFields.NullField found;
  private final Field field;
  private final Assignments assignments;
  private final RuleContext context;

  ForgetfulConstructors(NullFields.NullField found, Assignments assignments, RuleContext context) {
    this.found = found;
    this.field = found.field();
    this.assignments = assignments;
    this.context = context;
  }

  /** Returns the fix that sets the field in all of them; empty where there are none. */
  Optional<CandidateFix> fix(String rule) {
    List<ConstructorDeclaration> forgetful = forgetful();
    return forgetful.isEmpty() || assignments.inInitialiserBlock() || assignments.isInitialised()
        ? Optional.empty()
        : value().map(value -> fix(rule, forgetful, value));
  }

  private CandidateFix fix(String rule, List<ConstructorDeclaration> constructors, Creation value) {
    NodeEdits edits = new NodeEdits(found.file()).addAll(value.imports());
    constructors.forEach(constructor -> set(constructor, value, edits));
    return new CandidateFix(
        rule,
        "Initialise " + field.name() + " in every constructor",
        "One constructor sets "
            + field.name()
            + ", another leaves it null; an object made by the other one fails when it uses it.",
        assignments.nullIsAState() ? Risk.MEDIUM : Risk.LOW,
        assignments.nullIsAState() ? 0.5 : 0.75,
        null,
        List.of(edits.toFileEdit()));
  }

  private void set(ConstructorDeclaration constructor, Creation value, NodeEdits edits) {
    String line = target(constructor) + " = " + value.expression() + ";";
    BlockStmt body = constructor.getBody();
    Optional<Statement> first = body.getStatements().getFirst();
    if (first.filter(ExplicitConstructorInvocationStmt.class::isInstance).isPresent()) {
      edits.insertAfter(first.get(), List.of(line));
    } else {
      edits.insertFirst(body, List.of(line));
    }
  }

  private String target(ConstructorDeclaration constructor) {
    boolean written =
        assignments.inConstructors().stream()
            .anyMatch(assign -> assign.getTarget().isFieldAccessExpr());
    return written || !Scopes.isFree(field.name(), constructor)
        ? "this." + field.name()
        : field.name();
  }

  private Optional<Creation> value() {
    Optional<Creation> copied =
        assignments.inConstructors().stream()
            .map(AssignExpr::getValue)
            .filter(Portable::fromAnywhere)
            .findFirst()
            .map(value -> new Creation(found.file().textOf(value), List.<TextEdit>of(), true));
    return copied.isPresent() || assignments.nullIsAState()
        ? copied
        : new Creations(found.file(), context.sources()).of(field.type()).filter(Creation::neutral);
  }

  private List<ConstructorDeclaration> forgetful() {
    return Scopes.members(field.owner()).stream()
        .filter(ConstructorDeclaration.class::isInstance)
        .map(ConstructorDeclaration.class::cast)
        .filter(constructor -> !assignments.within(constructor))
        .filter(constructor -> !delegates(constructor) && !setsThroughMethod(constructor))
        .toList();
  }

  private static boolean delegates(ConstructorDeclaration constructor) {
    return constructor
        .findFirst(
            ExplicitConstructorInvocationStmt.class, ExplicitConstructorInvocationStmt::isThis)
        .isPresent();
  }

  private boolean setsThroughMethod(ConstructorDeclaration constructor) {
    return constructor.findAll(MethodCallExpr.class).stream()
        .anyMatch(call -> OwnMethods.called(call, field.owner()).anyMatch(assignments::within));
  }
}
