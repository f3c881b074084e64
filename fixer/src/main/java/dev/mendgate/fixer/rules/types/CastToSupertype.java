package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Casts to the supertype whose methods are all that is used, which the object does have. */
@AutoService(Rule.class)
public final class CastToSupertype implements Rule {
  private static final double CONFIDENCE = 0.8;

  @Override
  public String name() {
    return "cast-to-supertype";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<CastMessage> message = CastMessage.parse(context.failure().message());
    return message.stream()
        .flatMap(
            found ->
                FailedCast.at(context).stream()
                    .limit(2)
                    .flatMap(cast -> fix(context, cast, found).stream()))
        .toList();
  }

  private Optional<CandidateFix> fix(RuleContext context, CastExpr cast, CastMessage message) {
    Optional<List<MethodCallExpr>> uses = uses(cast);
    if (uses.isEmpty() || uses.get().isEmpty()) {
      return Optional.empty();
    }
    return Kinship.of(context, message)
        .nearest(uses.get())
        .map(shared -> fix(context, cast, message, shared));
  }

  /** Returns all calls on the cast object; empty where it goes anywhere else. */
  private static Optional<List<MethodCallExpr>> uses(CastExpr cast) {
    if (cast.getParentNode().orElse(null) instanceof EnclosedExpr enclosed) {
      return calledOn(enclosed).map(List::of);
    }
    Optional<VariableDeclarator> local = local(cast);
    if (local.isEmpty()) {
      return Optional.empty();
    }
    List<MethodCallExpr> calls = new ArrayList<>();
    for (NameExpr use :
        Enclosing.boundary(cast).orElseThrow().findAll(NameExpr.class).stream()
            .filter(name -> name.getNameAsString().equals(local.get().getNameAsString()))
            .toList()) {
      Optional<MethodCallExpr> call = calledOn(use);
      if (call.isEmpty()) {
        return Optional.empty();
      }
      calls.add(call.get());
    }
    return Optional.of(calls);
  }

  private static Optional<MethodCallExpr> calledOn(Expression scope) {
    return scope.getParentNode().orElse(null) instanceof MethodCallExpr call
            && call.getScope().filter(found -> found == scope).isPresent()
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<VariableDeclarator> local(CastExpr cast) {
    return cast.getParentNode().orElse(null) instanceof VariableDeclarator declarator
            && declarator.getParentNode().orElse(null) instanceof VariableDeclarationExpr all
            && all.getVariables().size() == 1
            && declarator.getType().isClassOrInterfaceType()
        ? Optional.of(declarator)
        : Optional.empty();
  }

  private CandidateFix fix(RuleContext context, CastExpr cast, CastMessage message, String shared) {
    ParsedFile file = context.file();
    TypeUse use = Imports.use(shared, file, context.sources());
    NodeEdits edits =
        new NodeEdits(file)
            .addAll(use.edits())
            .replace(cast.getType(), use.name() + arguments(file, cast));
    local(cast)
        .filter(found -> !Set.of(use.name(), shared).contains(found.getTypeAsString()))
        .ifPresent(
            found ->
                edits.replace(
                    found.getType(), use.name() + typeArguments(file.textOf(found.getType()))));
    return new CandidateFix(
        name(),
        "Cast to %s, which is all that is needed".formatted(use.name()),
        ("At %s:%d the object is a %s, not a %s, but all that is called on it is declared by %s, which both"
                + " are. From now on any %s is taken; nothing changes for objects of the class that was cast to.")
            .formatted(
                file.path(),
                context.site().line(),
                message.actual(),
                message.wanted(),
                use.name(),
                use.name()),
        Risk.LOW,
        CONFIDENCE,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }

  private static String arguments(ParsedFile file, CastExpr cast) {
    return typeArguments(file.textOf(cast.getType()));
  }

  private static String typeArguments(String type) {
    return type.indexOf('<') < 0 ? "" : type.substring(type.indexOf('<'));
  }
}
