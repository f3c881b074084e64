package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exchanges the class of a field's collection for the one that threads may share.
 *
 * @param creations where the collection is created
 * @param from simple name of its class
 */
record Swap(Target target, List<ObjectCreationExpr> creations, String from) {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final Map<String, String> TO =
      Map.of(
          "HashMap", CONCURRENT + "ConcurrentHashMap",
          "HashSet", CONCURRENT + "ConcurrentHashMap",
          "TreeMap", CONCURRENT + "ConcurrentSkipListMap",
          "TreeSet", CONCURRENT + "ConcurrentSkipListSet",
          "ArrayList", CONCURRENT + "CopyOnWriteArrayList");
  private static final Map<String, String> INTERFACE =
      Map.of(
          "HashMap", "java.util.Map",
          "HashSet", "java.util.Set",
          "TreeMap", "java.util.NavigableMap",
          "TreeSet", "java.util.NavigableSet",
          "ArrayList", "java.util.List");
  private static final Set<String> OF_THE_CLASS_ONLY =
      Set.of("clone", "ensureCapacity", "trimToSize");

  /** Plans the exchange; empty where the field may hold anything that can't be exchanged. */
  static Optional<Swap> of(Target target) {
    List<Expression> values =
        Stream.concat(
                target.field().variable().getInitializer().stream(),
                Assignments.of(target.field()).all().stream().map(AssignExpr::getValue))
            .filter(value -> !value.isNullLiteralExpr())
            .toList();
    List<ObjectCreationExpr> creations =
        values.stream()
            .filter(ObjectCreationExpr.class::isInstance)
            .map(ObjectCreationExpr.class::cast)
            .filter(creation -> creation.getAnonymousClassBody().isEmpty())
            .filter(creation -> TO.containsKey(creation.getType().getNameAsString()))
            .toList();
    List<String> classes =
        creations.stream().map(value -> value.getType().getNameAsString()).distinct().toList();
    boolean allKnown =
        !values.isEmpty() && creations.size() == values.size() && classes.size() == 1;
    return Optional.of(target)
        .filter(found -> allKnown && !found.field().hasForeignWrites())
        .map(found -> new Swap(found, creations, classes.get(0)))
        .filter(Swap::canBeWritten);
  }

  private boolean canBeWritten() {
    boolean set = from.equals("HashSet");
    boolean plain = creations.stream().allMatch(creation -> isCapacity(creation.getArguments()));
    return (!set || (plain && target.age().hasLambda()))
        && (!isDeclaredAsClass() || bearsInterface());
  }

  /** Returns the simple name of the class that replaces the collection's. */
  String to() {
    return TO.getOrDefault(from, from).substring(CONCURRENT.length());
  }

  /** Adds the edits of the declaration, the creations and the imports. */
  void rewrite() {
    Imports.TypeUse use = use(TO.getOrDefault(from, ""));
    List<TextEdit> imports = new ArrayList<>(use.edits());
    creations.forEach(creation -> rewrite(creation, use.name()));
    if (isDeclaredAsClass()) {
      Imports.TypeUse type = use(INTERFACE.getOrDefault(from, ""));
      imports.addAll(type.edits());
      declaredType().ifPresent(found -> target.edits().replace(found.getName(), type.name()));
    }
    int exchanged = creations.size() + (isDeclaredAsClass() ? 1 : 0);
    target.edits().addAll(new SwappedImports(target.file(), imports).without(from, exchanged));
  }

  private Imports.TypeUse use(String qualifiedName) {
    return Imports.use(qualifiedName, target.file(), target.context().sources());
  }

  private void rewrite(ObjectCreationExpr creation, String name) {
    List<Expression> arguments = creation.getArguments();
    if (from.equals("HashSet")) {
      String capacity = arguments.isEmpty() ? "" : target.text(arguments.get(0));
      target.edits().replace(creation, name + ".newKeySet(" + capacity + ")");
      return;
    }
    target.edits().replace(creation.getType().getName(), name);
    if (from.equals("ArrayList") && !arguments.isEmpty() && isCapacity(arguments)) {
      target.edits().replace(arguments.get(0), "");
    }
  }

  private boolean isCapacity(List<Expression> arguments) {
    return arguments.isEmpty()
        || (arguments.size() == 1
            && ExpressionTypes.of(target.context())
                .of(arguments.get(0))
                .filter("int"::equals)
                .isPresent());
  }

  private Optional<ClassOrInterfaceType> declaredType() {
    return Optional.of(target.field().type())
        .filter(ClassOrInterfaceType.class::isInstance)
        .map(ClassOrInterfaceType.class::cast);
  }

  private boolean isDeclaredAsClass() {
    return DeclaredType.simpleName(target.field().type()).equals(from);
  }

  /** Returns whether the file does nothing with the field that takes the class itself. */
  private boolean bearsInterface() {
    return target.field().isPrivate()
        && target.field().references().stream().allMatch(Swap::isInterfaceUse);
  }

  private static boolean isInterfaceUse(Expression reference) {
    Node user = reference.getParentNode().orElse(reference);
    return (user instanceof MethodCallExpr call
            && call.getScope().filter(scope -> scope == reference).isPresent()
            && !OF_THE_CLASS_ONLY.contains(call.getNameAsString()))
        || user instanceof ForEachStmt
        || user instanceof BinaryExpr
        || (user instanceof AssignExpr assign && assign.getTarget() == reference);
  }
}
