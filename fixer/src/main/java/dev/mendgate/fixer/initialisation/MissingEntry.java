package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Dereference;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import dev.mendgate.fixer.map.MapCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lookups in maps, each in the value of the one before, whose last value the code fills.
 *
 * @param lookups calls of {@code get} that need an entry, the innermost first
 * @param values what is created for each
 */
record MissingEntry(List<MapCall> lookups, List<Creation> values, RuleContext context) {
  private static final Set<String> FILLING =
      Set.of(
          "add",
          "addAll",
          "addAndGet",
          "addFirst",
          "addLast",
          "append",
          "getAndAdd",
          "getAndIncrement",
          "increment",
          "incrementAndGet",
          "merge",
          "offer",
          "push",
          "put",
          "putAll",
          "putIfAbsent");

  MissingEntry {
    lookups = List.copyOf(lookups);
    values = List.copyOf(values);
  }

  /** Recognises a lookup that gave null; empty where its value is only read. */
  static Optional<MissingEntry> of(Dereference dereference, RuleContext context) {
    Optional<MapCall> first = lookup(dereference.subject());
    if (first.isEmpty() || !isMap(first.get().map(), context) || isFixed(first.get().map())) {
      return Optional.empty();
    }
    List<MapCall> chain = new ArrayList<>(List.of(first.get()));
    Node user = dereference.node();
    for (Optional<MapCall> next = MapCall.of(user, "get", 1);
        next.isPresent() && isMap(next.get().map(), context);
        next = MapCall.of(user, "get", 1)) {
      chain.add(next.get());
      user = user.getParentNode().orElseThrow();
    }
    boolean filled = fills(user) || fillsLocal(dereference.subject());
    List<Creation> values =
        chain.stream().flatMap(call -> new EntryValue(call, context).creation().stream()).toList();
    return filled && values.size() == chain.size()
        ? Optional.of(new MissingEntry(chain, values, context))
        : Optional.empty();
  }

  private static Optional<MapCall> lookup(Expression subject) {
    if (!(subject instanceof NameExpr name)) {
      return MapCall.of(subject, "get", 1);
    }
    return Scopes.declaration(name.getNameAsString(), name)
        .filter(VariableDeclarator.class::isInstance)
        .filter(local -> Field.at(local).isEmpty())
        .flatMap(local -> ((VariableDeclarator) local).getInitializer())
        .flatMap(value -> MapCall.of(value, "get", 1));
  }

  private static boolean isMap(Expression expression, RuleContext context) {
    return DeclaredType.of(expression)
        .flatMap(
            type -> new Types(context.sources()).platformClass(type.asString(), context.file()))
        .filter(Map.class::isAssignableFrom)
        .isPresent();
  }

  /** A map that is made unmodifiable takes no new entries. */
  private static boolean isFixed(Expression map) {
    return Field.of(map).flatMap(field -> field.variable().getInitializer()).stream()
        .filter(MethodCallExpr.class::isInstance)
        .map(value -> ((MethodCallExpr) value).getNameAsString())
        .anyMatch(
            name ->
                name.startsWith("unmodifiable")
                    || name.matches("of|ofEntries|copyOf|emptyMap|singletonMap"));
  }

  private static boolean fills(Node node) {
    return node instanceof MethodCallExpr call && FILLING.contains(call.getNameAsString());
  }

  private static boolean fillsLocal(Expression subject) {
    return subject instanceof NameExpr name
        && name.findAncestor(CallableDeclaration.class).stream()
            .flatMap(method -> ((Node) method).findAll(MethodCallExpr.class).stream())
            .filter(MissingEntry::fills)
            .anyMatch(call -> call.getScope().filter(name::equals).isPresent());
  }

  MapCall first() {
    return lookups.get(0);
  }

  /** Returns whether every created value stands for "nothing there yet". */
  boolean neutral() {
    return values.stream().allMatch(Creation::neutral);
  }

  /** Returns the lookups turned into {@code computeIfAbsent}. */
  NodeEdits computed() {
    NodeEdits edits = new NodeEdits(context.file());
    String parameter =
        Stream.of("k", "key", "absent", "ignored")
            .filter(name -> Scopes.isFree(name, first().call()))
            .findFirst()
            .orElse("missingKey");
    for (int i = 0; i < lookups.size(); i++) {
      MapCall lookup = lookups.get(i);
      edits.addAll(values.get(i).imports());
      edits.replace(lookup.call().getName(), "computeIfAbsent");
      int end = context.file().end(lookup.key());
      edits.replace(end, end, ", " + parameter + " -> " + values.get(i).expression());
    }
    return edits;
  }

  /** Returns the lookups with a check before them; empty where they can't be repeated. */
  Optional<NodeEdits> checked() {
    Optional<Statement> statement = Enclosing.statement(first().call());
    boolean repeatable =
        lookups.stream()
            .allMatch(lookup -> Repeatable.is(lookup.map()) && Repeatable.is(lookup.key()));
    boolean together =
        statement.isPresent()
            && lookups.stream().allMatch(lookup -> statement.get().isAncestorOf(lookup.call()));
    if (!together || !repeatable || isChecked(statement.get())) {
      return Optional.empty();
    }
    NodeEdits edits = new NodeEdits(context.file());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < lookups.size(); i++) {
      edits.addAll(values.get(i).imports());
      lines.addAll(check(lookups.get(i), values.get(i)));
    }
    return Optional.of(edits.insertBefore(statement.get(), lines));
  }

  private List<String> check(MapCall lookup, Creation value) {
    String map = context.file().textOf(lookup.map());
    String key = context.file().textOf(lookup.key());
    String step = Style.of(context.file()).indent();
    return List.of(
        "if (" + context.file().textOf(lookup.call()) + " == null) {",
        step + map + ".put(" + key + ", " + value.expression() + ");",
        "}");
  }

  private boolean isChecked(Statement statement) {
    String condition = first().call() + " == null";
    return statement.getParentNode().stream()
        .flatMap(around -> around.getChildNodes().stream())
        .takeWhile(node -> node != statement)
        .filter(IfStmt.class::isInstance)
        .anyMatch(node -> ((IfStmt) node).getCondition().toString().equals(condition));
  }
}
