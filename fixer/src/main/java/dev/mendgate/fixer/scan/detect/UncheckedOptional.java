package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call of {@code get} on an optional variable that the method never asks for a value. */
@AutoService(Detector.class)
public final class UncheckedOptional implements Detector {
  @Override
  public String rule() {
    return "unchecked-optional";
  }

  @Override
  public String summary() {
    return "Optional.get() is called where nothing tells that a value is present.";
  }

  private static final Set<String> TYPES =
      Set.of("Optional", "OptionalInt", "OptionalLong", "OptionalDouble");
  private static final Set<String> GETS = Set.of("get", "getAsInt", "getAsLong", "getAsDouble");
  private static final Set<String> ASKS =
      Set.of("isPresent", "isEmpty", "ifPresent", "equals", "orElseThrow");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("java.util.Optional") && !file.text().contains("java.util.*")) {
      return List.of();
    }
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(call -> GETS.contains(call.getNameAsString()) && call.getArguments().isEmpty())
        .filter(call -> call.getScope().filter(UncheckedOptional::isUnasked).isPresent())
        .map(
            call ->
                Finding.at(
                    this,
                    file,
                    call,
                    0.4,
                    "nothing in this method tells whether %s holds a value"
                        .formatted(call.getScope().orElseThrow())))
        .toList();
  }

  private static boolean isUnasked(Expression scope) {
    Optional<Declarations.Variable> variable =
        Code.local(scope).filter(found -> TYPES.contains(Code.typeName(found.type())));
    return variable.isPresent()
        && Code.initialiser(variable.get())
            .filter(value -> value.toString().startsWith("Optional.of("))
            .isEmpty()
        && Code.method(scope)
            .filter(
                method ->
                    ((Node) method)
                        .findFirst(NameExpr.class, name -> name.equals(scope) && isAsked(name))
                        .isEmpty())
            .isPresent();
  }

  /** A call that asks, and any other use by which another method may. */
  private static boolean isAsked(NameExpr name) {
    Node parent = name.getParentNode().orElse(null);
    return !(parent instanceof MethodCallExpr call && Code.isScope(call, name))
        ? !(parent instanceof AssignExpr)
        : ASKS.contains(((MethodCallExpr) parent).getNameAsString());
  }
}
