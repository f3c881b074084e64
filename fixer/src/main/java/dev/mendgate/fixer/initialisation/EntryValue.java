package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import dev.mendgate.fixer.map.MapCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses what a missing entry of a map is created with: what the file puts into that map
 * elsewhere, else an empty object of the declared type.
 */
record EntryValue(MapCall lookup, RuleContext context) {
  private static final Set<String> PUTS = Set.of("put", "putIfAbsent", "computeIfAbsent");

  /** Returns the creation; empty where the value type isn't known or can't be created. */
  Optional<Creation> creation() {
    Optional<Creation> copied =
        context.unit().findAll(MethodCallExpr.class).stream()
            .filter(call -> PUTS.contains(call.getNameAsString()))
            .flatMap(call -> MapCall.of(call, call.getNameAsString(), 2).stream())
            .filter(put -> put.isSameMap(lookup))
            .flatMap(put -> created(put.value()))
            .filter(value -> value.getArguments().isEmpty())
            .filter(value -> value.getAnonymousClassBody().isEmpty())
            .findFirst()
            .map(value -> new Creation(context.file().textOf(value), List.of(), true));
    return copied.isPresent()
        ? copied
        : DeclaredType.argument(lookup.map(), 1)
            .flatMap(new Creations(context.file(), context.sources())::of);
  }

  private static Stream<ObjectCreationExpr> created(Expression value) {
    if (value instanceof ObjectCreationExpr creation) {
      return Stream.of(creation);
    }
    if (value instanceof LambdaExpr lambda && lambda.getBody() instanceof ExpressionStmt body) {
      return created(body.getExpression());
    }
    return value instanceof NameExpr name
        ? Scopes.declaration(name.getNameAsString(), name)
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(local -> ((VariableDeclarator) local).getInitializer())
            .filter(ObjectCreationExpr.class::isInstance)
            .map(ObjectCreationExpr.class::cast)
            .stream()
        : Stream.empty();
  }
}
