package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.NullSuspects;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Creates the element of an array or list that code fills before anybody put one there. */
@AutoService(Rule.class)
public final class CreateMissingElement implements Rule {
  private static final Set<String> LISTS = Set.of("List", "ArrayList", "Vector", "LinkedList");

  @Override
  public String name() {
    return "create-missing-element";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    String type = context.failure().simpleType();
    if (type.endsWith("IndexOutOfBoundsException")) {
      return context.site().depth() == 0 ? grown(context) : List.of();
    }
    List<Suspect> suspects = NullSuspects.find(context);
    double best = suspects.stream().mapToDouble(Suspect::weight).max().orElse(0);
    return suspects.stream()
        .filter(suspect -> suspect.weight() >= best)
        .flatMap(suspect -> created(suspect, context).stream())
        .toList();
  }

  private Optional<CandidateFix> created(Suspect suspect, RuleContext context) {
    Node use = suspect.dereference().node();
    return element(suspect.dereference().subject())
        .filter(element -> isFilled(use) && Repeatable.is(element.read()))
        .flatMap(
            element ->
                creation(element, context)
                    .flatMap(value -> createdBefore(element, value, use, context)));
  }

  /**
   * An element that is read.
   *
   * @param type written type of the element
   */
  private record Element(Expression read, Expression holder, Expression index, Type type) {}

  private static Optional<Element> element(Expression read) {
    if (read instanceof ArrayAccessExpr access) {
      return arrayType(access.getName())
          .map(type -> new Element(read, access.getName(), access.getIndex(), type));
    }
    boolean lookup =
        read instanceof MethodCallExpr call
            && call.getNameAsString().equals("get")
            && call.getArguments().size() == 1
            && call.getScope().isPresent();
    if (!lookup) {
      return Optional.empty();
    }
    Expression list = read.asMethodCallExpr().getScope().orElseThrow();
    return DeclaredType.of(list)
        .filter(type -> LISTS.contains(DeclaredType.simpleName(type)))
        .flatMap(type -> DeclaredType.argument(type, 0))
        .map(type -> new Element(read, list, read.asMethodCallExpr().getArgument(0), type));
  }

  private static Optional<Type> arrayType(Expression array) {
    if (array instanceof ArrayAccessExpr outer) {
      return arrayType(outer.getName())
          .filter(Type::isArrayType)
          .map(type -> type.asArrayType().getComponentType());
    }
    return DeclaredType.of(array)
        .filter(Type::isArrayType)
        .map(type -> type.asArrayType().getComponentType());
  }

  /** A missing element that is only asked for something is nobody's oversight. */
  private static boolean isFilled(Node use) {
    boolean assigned =
        use instanceof FieldAccessExpr field
            && field.getParentNode().orElse(null) instanceof AssignExpr assign
            && assign.getTarget() == field;
    return assigned
        || (use instanceof MethodCallExpr call
            && (LazyCreation.FILLING.contains(call.getNameAsString())
                || call.getNameAsString().matches("(set|add|put|append)([A-Z]\\w*)?")));
  }

  private static Optional<Creation> creation(Element element, RuleContext context) {
    Optional<Creation> copied =
        context.unit().findAll(AssignExpr.class).stream()
            .filter(assign -> assign.getTarget() instanceof ArrayAccessExpr)
            .filter(assign -> isOf(element.holder(), assign.getTarget().asArrayAccessExpr()))
            .map(AssignExpr::getValue)
            .filter(ObjectCreationExpr.class::isInstance)
            .filter(value -> value.asObjectCreationExpr().getArguments().isEmpty())
            .filter(value -> value.asObjectCreationExpr().getAnonymousClassBody().isEmpty())
            .findFirst()
            .map(value -> new Creation(context.file().textOf(value), List.of(), true));
    return copied.or(() -> new Creations(context.file(), context.sources()).of(element.type()));
  }

  private static boolean isOf(Expression holder, ArrayAccessExpr access) {
    return access.getName().toString().equals(holder.toString());
  }

  private Optional<CandidateFix> createdBefore(
      Element element, Creation value, Node use, RuleContext context) {
    ParsedFile file = context.file();
    String read = file.textOf(element.read());
    String holder = file.textOf(element.holder());
    String set =
        element.read() instanceof ArrayAccessExpr
            ? read + " = " + value.expression() + ";"
            : "%s.set(%s, %s);".formatted(holder, file.textOf(element.index()), value.expression());
    List<String> lines = List.of("if (" + read + " == null) {", Style.of(file).indent() + set, "}");
    return inserted(
        lines,
        use,
        value,
        context,
        "Create the element of " + holder + " on its first use",
        "`%s` is null: nobody put an element there before this code fills it. The patch creates it when it is missing."
            .formatted(read),
        value.neutral() ? 0.78 : 0.5);
  }

  private Optional<CandidateFix> inserted(
      List<String> lines,
      Node use,
      Creation value,
      RuleContext context,
      String title,
      String why,
      double confidence) {
    Optional<Statement> before = Enclosing.listed(use);
    if (before.isEmpty() || stands(lines.get(0), before.get(), context.file())) {
      return Optional.empty();
    }
    NodeEdits edits =
        new NodeEdits(context.file()).addAll(value.imports()).insertBefore(before.get(), lines);
    return Optional.of(
        new CandidateFix(
            name(),
            title,
            why,
            value.neutral() ? Risk.LOW : Risk.MEDIUM,
            confidence,
            null,
            List.of(edits.toFileEdit())));
  }

  private static boolean stands(String header, Statement before, ParsedFile file) {
    return before.getParentNode().stream()
        .flatMap(around -> around.getChildNodes().stream())
        .takeWhile(node -> node != before)
        .anyMatch(node -> file.textOf(node).startsWith(header.substring(0, header.length() - 2)));
  }

  /** {@code rows.get(i).add(cell)} where there is no row of that index yet. */
  private List<CandidateFix> grown(RuleContext context) {
    return SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class).stream()
        .filter(CreateMissingElement::isFilled)
        .flatMap(use -> use.getScope().stream().flatMap(scope -> row(scope, use, context)))
        .limit(1)
        .toList();
  }

  private Stream<CandidateFix> row(Expression scope, MethodCallExpr use, RuleContext context) {
    return element(scope)
        .filter(element -> scope.isMethodCallExpr() && Repeatable.is(element.index()))
        .filter(element -> isVariable(element.holder()))
        .flatMap(
            element ->
                new Creations(context.file(), context.sources())
                    .of(element.type())
                    .filter(Creation::neutral)
                    .flatMap(value -> grownBefore(element, value, use, context)))
        .stream();
  }

  private static boolean isVariable(Expression holder) {
    return holder instanceof NameExpr name
        ? Declarations.find(name.getNameAsString(), name).isPresent()
        : holder instanceof FieldAccessExpr;
  }

  private Optional<CandidateFix> grownBefore(
      Element element, Creation value, Node use, RuleContext context) {
    ParsedFile file = context.file();
    String holder = file.textOf(element.holder());
    String index = file.textOf(element.index());
    List<String> lines =
        List.of(
            "while (" + holder + ".size() <= " + index + ") {",
            Style.of(file).indent() + holder + ".add(" + value.expression() + ");",
            "}");
    return inserted(
        lines,
        use,
        value,
        context,
        "Add the missing elements of " + holder,
        "`%s` has no element of index `%s` yet, and the code fills it. The patch adds empty ones up to that index."
            .formatted(holder, index),
        0.75);
  }
}
