package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A collection in a field that threads may share, and the methods of its class that use it.
 *
 * @param owner class that declares it
 * @param name of the field
 * @param isStatic whether there is one for all instances
 * @param writers methods a test can call that add to it
 * @param observables methods a test can call that return a number read from it
 */
record SharedField(
    Declared owner,
    String name,
    boolean isStatic,
    List<MethodDeclaration> writers,
    List<MethodDeclaration> observables) {
  private static final Pattern COLLECTION =
      Pattern.compile(
          "(?:Linked|Weak|Identity)?(?:Hash|Tree|Sorted|Navigable|Array|Linked)?(?:Map|List|Set|Deque|Queue)|Collection");
  private static final Set<String> ADDING =
      Set.of(
          "put",
          "add",
          "addAll",
          "putAll",
          "merge",
          "compute",
          "computeIfAbsent",
          "putIfAbsent",
          "push",
          "offer",
          "addLast",
          "addFirst");
  private static final Set<String> NUMBERS = Set.of("int", "long", "Integer", "Long");

  SharedField {
    writers = List.copyOf(writers);
    observables = List.copyOf(observables);
  }

  /** Returns fields of a class that some method a test can call adds to. */
  static List<SharedField> of(Declared owner) {
    List<SharedField> found = new ArrayList<>();
    for (FieldDeclaration field : owner.type().getFields()) {
      for (VariableDeclarator variable : field.getVariables()) {
        if (isPlainCollection(variable)) {
          SharedField shared = of(owner, field, variable.getNameAsString());
          if (!shared.writers().isEmpty()) {
            found.add(shared);
          }
        }
      }
    }
    return found;
  }

  private static boolean isPlainCollection(VariableDeclarator variable) {
    String type = variable.getType().asString().replaceAll("<.*", "");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String value = variable.getInitializer().map(Expression::toString).orElse("");
    return COLLECTION.matcher(simple).matches()
        && !value.contains("Concurrent")
        && !value.contains("synchronized")
        && !value.contains("CopyOnWrite");
  }

  private static SharedField of(Declared owner, FieldDeclaration field, String name) {
    List<MethodDeclaration> usable =
        owner.type().getMethods().stream()
            .filter(method -> !method.isPrivate() && !method.isAbstract())
            .filter(method -> !field.isStatic() || method.isStatic())
            .toList();
    return new SharedField(
        owner,
        name,
        field.isStatic(),
        usable.stream()
            .filter(method -> calls(method, name).stream().anyMatch(ADDING::contains))
            .sorted(Comparator.comparingInt(method -> method.getParameters().size()))
            .toList(),
        usable.stream()
            .filter(method -> NUMBERS.contains(method.getType().asString()))
            .filter(method -> calls(method, name).stream().anyMatch(c -> !ADDING.contains(c)))
            .filter(method -> calls(method, name).stream().noneMatch(ADDING::contains))
            .filter(method -> method.getParameters().size() <= 1)
            .toList());
  }

  /** Returns whether a line of a method reads an entry of the field by its key. */
  boolean isLookedUp(CallableDeclaration<?> callable, int line) {
    return callable.findAll(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().equals("get") && Flow.holds(call, line))
        .anyMatch(
            call -> call.getScope().flatMap(SharedField::root).filter(name::equals).isPresent());
  }

  /** Returns the names of what a method calls on the field, directly. */
  private static Set<String> calls(MethodDeclaration method, String field) {
    Set<String> names = new java.util.HashSet<>();
    for (MethodCallExpr call : method.findAll(MethodCallExpr.class)) {
      if (call.getScope().flatMap(SharedField::root).filter(field::equals).isPresent()) {
        names.add(call.getNameAsString());
      }
    }
    return names;
  }

  private static Optional<String> root(Expression scope) {
    if (scope instanceof NameExpr name) {
      return Optional.of(name.getNameAsString());
    }
    if (scope instanceof FieldAccessExpr access) {
      return Optional.of(access.getNameAsString());
    }
    // map.keySet().iterator(), map.computeIfAbsent(...).add(...)
    return scope instanceof MethodCallExpr call
        ? call.getScope().flatMap(SharedField::root)
        : Optional.empty();
  }
}
