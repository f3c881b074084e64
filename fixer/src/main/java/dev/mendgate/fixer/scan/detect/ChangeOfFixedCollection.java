package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that holds an unmodifiable or fixed-size collection and is added to or removed from.
 */
@AutoService(Detector.class)
public final class ChangeOfFixedCollection implements Detector {
  @Override
  public String rule() {
    return "change-of-fixed-collection";
  }

  @Override
  public String summary() {
    return "A collection that cannot be changed is changed.";
  }

  private static final Map<String, Set<String>> MAKERS =
      Map.of(
          "Arrays", Set.of("asList"),
          "List", Set.of("of", "copyOf"),
          "Set", Set.of("of", "copyOf"),
          "Map", Set.of("of", "copyOf", "ofEntries"),
          "Collections",
              Set.of(
                  "emptyList",
                  "emptySet",
                  "emptyMap",
                  "singletonList",
                  "singleton",
                  "singletonMap",
                  "unmodifiableList",
                  "unmodifiableSet",
                  "unmodifiableMap",
                  "unmodifiableCollection",
                  "nCopies"));
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "remove",
          "removeAll",
          "removeIf",
          "put",
          "putAll",
          "clear",
          "retainAll");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(call -> CHANGES.contains(call.getNameAsString()))
        .flatMap(call -> finding(file, call).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, MethodCallExpr change) {
    Optional<Expression> scope = change.getScope().filter(NameExpr.class::isInstance);
    Optional<VariableDeclarator> holder = scope.flatMap(ChangeOfFixedCollection::holder);
    return holder
        .flatMap(VariableDeclarator::getInitializer)
        .filter(MethodCallExpr.class::isInstance)
        .map(Expression::asMethodCallExpr)
        .filter(made -> makes(made) && !isCaught(change))
        .map(
            made ->
                Finding.at(
                    this,
                    file,
                    change,
                    0.9,
                    "%s comes from %s.%s, which refuses to be changed"
                        .formatted(scope.get(), made.getScope().orElseThrow(), made.getName())));
  }

  private static Optional<VariableDeclarator> holder(Expression scope) {
    Optional<VariableDeclarator> local =
        Code.local(scope)
            .map(Declarations.Variable::node)
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast)
            .filter(
                found ->
                    Code.method(scope)
                        .filter(method -> !Code.assigns(method, scope.toString()))
                        .isPresent());
    return local.or(() -> Field.of(scope).filter(Field::isFinal).map(Field::variable));
  }

  private static boolean makes(MethodCallExpr made) {
    return made.getScope()
        .filter(
            scope ->
                MAKERS.getOrDefault(scope.toString(), Set.of()).contains(made.getNameAsString()))
        .isPresent();
  }

  private static boolean isCaught(Node node) {
    return node.findAncestor(TryStmt.class)
        .filter(
            around ->
                around.getCatchClauses().stream()
                    .anyMatch(
                        clause ->
                            clause.getParameter().getType().toString().contains("Unsupported")))
        .isPresent();
  }
}
