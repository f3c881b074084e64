package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Wraps what a wrapper holds instead of the wrapper, where wrapping never comes to an end. */
@AutoService(Rule.class)
public final class UnwrapNested implements Rule {
  private static final double CONFIDENCE = 0.74;

  @Override
  public String name() {
    return "unwrap-nested";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean constructor = context.site().frame().method().equals("<init>");
    if (!constructor || !Cycle.runsThrough(context)) {
      return List.of();
    }
    String name = context.site().frame().className();
    String simple = name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    return context
        .unit()
        .findFirst(ClassOrInterfaceDeclaration.class, type -> type.getNameAsString().equals(simple))
        .flatMap(type -> fix(context, type))
        .map(List::of)
        .orElse(List.of());
  }

  /**
   * An argument that may be a wrapper already.
   *
   * @param value the name of what is wrapped
   * @param kind type that has the accessor
   */
  private record Nested(Expression argument, String value, String kind, String accessor) {}

  private Optional<CandidateFix> fix(RuleContext context, ClassOrInterfaceDeclaration wrapper) {
    List<Nested> found = new ArrayList<>();
    for (ObjectCreationExpr creation : context.unit().findAll(ObjectCreationExpr.class)) {
      if (creation.getType().getNameAsString().equals(wrapper.getNameAsString())) {
        constructor(wrapper, creation)
            .ifPresent(made -> found.addAll(nested(context, wrapper, made, creation)));
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ParsedFile file = context.file();
    NodeEdits edits = new NodeEdits(file);
    for (Nested one : found) {
      edits.replace(
          one.argument(),
          "%s instanceof %s ? ((%s) %s).%s() : %s"
              .formatted(
                  one.value(),
                  one.kind(),
                  one.kind(),
                  one.value(),
                  one.accessor(),
                  file.textOf(one.argument())));
    }
    Nested first = found.get(0);
    return Optional.of(
        new CandidateFix(
            name(),
            "Wrap what a %s holds, not the %s itself".formatted(first.kind(), first.kind()),
            ("At %s:%d %s objects are nested without end: `%s` may be a %s itself and is wrapped once more. From"
                    + " now on its own `%s()` is taken instead, wherever this file wraps one; whoever relied on"
                    + " a %s within a %s gets one level.")
                .formatted(
                    file.path(),
                    context.site().line(),
                    wrapper.getNameAsString(),
                    first.value(),
                    first.kind(),
                    first.accessor(),
                    first.kind(),
                    first.kind()),
            Risk.MEDIUM,
            CONFIDENCE,
            null,
            Effect.REPAIRS,
            List.of(edits.toFileEdit())));
  }

  private static Optional<ConstructorDeclaration> constructor(
      ClassOrInterfaceDeclaration wrapper, ObjectCreationExpr creation) {
    int given = creation.getArguments().size();
    List<ConstructorDeclaration> fitting =
        wrapper.getConstructors().stream()
            .filter(made -> made.getParameters().size() == given)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static List<Nested> nested(
      RuleContext context,
      ClassOrInterfaceDeclaration wrapper,
      ConstructorDeclaration made,
      ObjectCreationExpr creation) {
    List<Nested> found = new ArrayList<>();
    for (int i = 0; i < creation.getArguments().size(); i++) {
      Expression argument = origin(creation.getArgument(i));
      Parameter parameter = made.getParameter(i);
      Optional<NameExpr> value = wrapped(argument).filter(name -> isParameter(name, wrapper));
      if (value.isPresent() && !isChecked(value.get())) {
        accessor(context, wrapper, parameter)
            .map(
                method ->
                    new Nested(argument, value.get().toString(), method.kind(), method.name()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Returns what a local that is set once is set to. */
  private static Expression origin(Expression argument) {
    if (!(argument instanceof NameExpr name)) {
      return argument;
    }
    Optional<VariableDeclarator> local =
        Declarations.find(name.getNameAsString(), name)
            .filter(found -> found.kind() == Kind.LOCAL)
            .map(found -> found.node())
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast);
    if (local.isEmpty()) {
      return argument;
    }
    List<Expression> values = new ArrayList<>();
    local.get().getInitializer().ifPresent(values::add);
    Enclosing.boundary(name).stream()
        .flatMap(body -> body.findAll(AssignExpr.class).stream())
        .filter(found -> found.getTarget().toString().equals(name.toString()))
        .forEach(found -> values.add(found.getValue()));
    return values.size() == 1 ? values.get(0) : argument;
  }

  /** Returns the name that is the argument, or the only element of an array that is. */
  private static Optional<NameExpr> wrapped(Expression argument) {
    if (argument instanceof ArrayCreationExpr array) {
      return array
          .getInitializer()
          .filter(values -> values.getValues().size() == 1)
          .map(values -> values.getValues().get(0))
          .flatMap(Expression::toNameExpr);
    }
    return argument.toNameExpr();
  }

  private static boolean isParameter(NameExpr name, ClassOrInterfaceDeclaration wrapper) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(name);
    return method
        .filter(
            found -> found.findAncestor(ClassOrInterfaceDeclaration.class).orElse(null) != wrapper)
        .flatMap(found -> found.getParameterByName(name.getNameAsString()))
        .filter(found -> found.getType().isClassOrInterfaceType())
        .isPresent();
  }

  private static boolean isChecked(NameExpr name) {
    return Enclosing.boundary(name).stream()
        .flatMap(body -> body.findAll(InstanceOfExpr.class).stream())
        .anyMatch(check -> check.getExpression().toString().equals(name.toString()));
  }

  private record Method(String kind, String name) {}

  /** Finds the accessor named like the constructor's parameter, in an interface if it has one. */
  private static Optional<Method> accessor(
      RuleContext context, ClassOrInterfaceDeclaration wrapper, Parameter parameter) {
    String property = parameter.getNameAsString();
    String getter =
        "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return wrapper.getMethods().stream()
        .filter(method -> method.getParameters().isEmpty())
        .filter(method -> method.getType().equals(parameter.getType()))
        .map(MethodDeclaration::getNameAsString)
        .filter(name -> name.equals(getter) || name.equals(property))
        .findFirst()
        .map(name -> new Method(kind(context, wrapper, name), name));
  }

  private static String kind(
      RuleContext context, ClassOrInterfaceDeclaration wrapper, String accessor) {
    Types types = new Types(context.sources());
    return wrapper.getImplementedTypes().stream()
        .map(type -> type.getNameWithScope())
        .filter(
            type ->
                types.declared(type, context.file()).stream()
                        .anyMatch(up -> !up.type().getMethodsByName(accessor).isEmpty())
                    || types.platformClass(type, context.file()).stream()
                        .flatMap(up -> Arrays.stream(up.getMethods()))
                        .anyMatch(method -> method.getName().equals(accessor)))
        .findFirst()
        .orElse(wrapper.getNameAsString());
  }
}
