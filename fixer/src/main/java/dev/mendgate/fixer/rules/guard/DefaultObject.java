package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a fresh object of the project's type where there is none. */
@AutoService(Rule.class)
public final class DefaultObject implements Rule {
  private static final double BARE = 0.52;
  private static final double OF_EMPTY_TEXT = 0.42;

  @Override
  public String name() {
    return "default-object";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, DefaultObject::drafts);
  }

  private static List<Draft> drafts(Hazard hazard) {
    if (!hazard.isRepeatable() || !isRead(hazard)) {
      return List.of();
    }
    return hazard
        .types()
        .of(hazard.subject())
        .flatMap(name -> hazard.types().types().declared(name, hazard.file()))
        .flatMap(type -> draft(hazard, type))
        .map(List::of)
        .orElse(List.of());
  }

  /** An object asked for a value: what is done to a fresh object would be lost. */
  private static boolean isRead(Hazard hazard) {
    Node use = hazard.use();
    Node parent = use.getParentNode().orElse(null);
    boolean scope =
        (use instanceof MethodCallExpr call
                && call.getScope().filter(found -> found == hazard.subject()).isPresent())
            || use instanceof FieldAccessExpr;
    boolean written =
        parent instanceof ExpressionStmt
            || (parent instanceof AssignExpr assignment && assignment.getTarget() == use);
    return scope && !written;
  }

  private static Optional<Draft> draft(Hazard hazard, Types.Declared type) {
    boolean creatable =
        type.type() instanceof ClassOrInterfaceDeclaration found
            && !found.isInterface()
            && !found.isAbstract()
            && found.isTopLevelType()
            && found.getTypeParameters().isEmpty();
    Optional<String> arguments = creatable ? arguments(type) : Optional.empty();
    return arguments.flatMap(
        given -> type.type().getFullyQualifiedName().map(full -> draft(hazard, full, given)));
  }

  /** Returns the arguments of a public constructor that needs nothing, or a text only. */
  private static Optional<String> arguments(Types.Declared type) {
    List<ConstructorDeclaration> all = type.type().getConstructors();
    if (all.isEmpty() && type.type().isPublic()) {
      return Optional.of("");
    }
    List<ConstructorDeclaration> usable =
        all.stream()
            .filter(found -> found.isPublic() && found.getThrownExceptions().isEmpty())
            .toList();
    if (usable.stream().anyMatch(found -> found.getParameters().isEmpty())) {
      return Optional.of("");
    }
    boolean text =
        usable.stream()
                    .filter(found -> found.getParameters().size() == 1)
                    .filter(found -> found.getParameter(0).getTypeAsString().equals("String"))
                    .count()
                == 1
            && usable.size() == 1;
    return text ? Optional.of("\"\"") : Optional.empty();
  }

  private static Draft draft(Hazard hazard, String qualifiedName, String arguments) {
    TypeUse use = Imports.use(qualifiedName, hazard.file(), hazard.context().sources());
    Expression subject = hazard.subject();
    String creation = "new " + use.name() + "(" + arguments + ")";
    String text = hazard.file().textOf(subject);
    List<TextEdit> edits = new ArrayList<>(use.edits());
    edits.add(
        new TextEdit(
            hazard.file().start(subject),
            hazard.file().end(subject),
            "(" + hazard.safe() + " ? " + text + " : " + creation + ")"));
    return new Draft(
            "Ask %s where %s".formatted(creation, hazard.unsafe()),
            "From now on a fresh object answers in that case; nothing is changed by it or kept of it.",
            Risk.MEDIUM,
            (arguments.isEmpty() ? BARE : OF_EMPTY_TEXT) * LaterUses.factor(hazard, hazard.use()),
            edits)
        .with(Effect.DEFAULTS);
  }
}
