package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Instances that a type hands out itself: constants, static factories, builders, modified copies.
 */
final class Factories {
  private static final int MOST_PARAMETERS = 4;
  private static final int MOST_STATIC = 4;
  private static final int MOST_DERIVED = 6;
  private static final int MOST_CONSTANTS = 3;

  private final Instances instances;
  private final Values values;
  private final TypeResolver resolver;

  Factories(Instances instances, Values values, TypeResolver resolver) {
    this.instances = instances;
    this.values = values;
    this.resolver = resolver;
  }

  List<Value> statics(Declared type, Set<String> names, int depth) {
    List<List<Value>> ways = new ArrayList<>();
    for (MethodDeclaration method : type.type().getMethods()) {
      if (method.isStatic() && !method.isPrivate() && gives(method.getType(), method, type)) {
        if (method.getParameters().size() <= MOST_PARAMETERS) {
          String head = type.name().mark() + "." + method.getNameAsString();
          ways.add(instances.calls(head, method, names, depth));
        }
      }
    }
    ways.sort(Comparator.comparingInt(way -> way.isEmpty() ? 0 : way.get(0).code().length()));
    return Combos.interleave(ways, MOST_STATIC);
  }

  private boolean gives(Type written, Node at, Declared wanted) {
    return values.text().name(written, at).filter(wanted.name()::equals).isPresent();
  }

  List<Value> constants(Declared type) {
    List<Value> found = new ArrayList<>();
    for (FieldDeclaration field : type.type().getFields()) {
      boolean constant = (field.isStatic() && field.isFinal()) || type.isInterface();
      for (VariableDeclarator variable : field.getVariables()) {
        if (constant && !field.isPrivate() && gives(variable.getType(), field, type)) {
          String code = type.name().mark() + "." + variable.getNameAsString();
          found.add(new Value(code, JavaText.capitalised(type.name().simple())));
        }
      }
    }
    return found.stream().limit(MOST_CONSTANTS).toList();
  }

  /** Returns copies that differ in one thing, those about a suspect name first. */
  List<Value> derived(Declared type, Value base, Set<String> names) {
    List<MethodDeclaration> ways =
        type.type().getMethods().stream()
            .filter(method -> !method.isStatic() && !method.isPrivate() && !method.isAbstract())
            .filter(method -> method.getTypeParameters().isEmpty())
            .filter(method -> gives(method.getType(), method, type))
            .sorted(Comparator.comparing(method -> concerns(method, names) ? 0 : 1))
            .toList();
    List<List<Value>> found = new ArrayList<>();
    for (MethodDeclaration method : ways) {
      String head = base.code() + "." + method.getNameAsString();
      found.add(instances.calls(head, method, names, 0));
    }
    return Combos.interleave(found, MOST_DERIVED);
  }

  private static boolean concerns(MethodDeclaration method, Set<String> names) {
    String name = method.getNameAsString().toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(suspect -> suspect.length() > 2)
        .anyMatch(suspect -> name.endsWith(suspect.toLowerCase(Locale.ROOT)));
  }

  List<Value> built(Declared type, int depth) {
    Optional<Declared> builder = resolver.declared(type.name().member("Builder"));
    if (builder.isEmpty() || depth > 1) {
      return List.of();
    }
    List<Value> found = new ArrayList<>();
    List<Value> empty = instances.of(builder.get(), Set.of(), false, depth + 1);
    for (MethodDeclaration method : builder.get().type().getMethods()) {
      boolean builds = method.getParameters().isEmpty() && !method.isPrivate();
      if (builds && gives(method.getType(), method, type)) {
        String tail = "." + method.getNameAsString() + "()";
        empty.stream().limit(2).forEach(b -> found.add(new Value(b.code() + tail, "Built")));
      }
    }
    return found;
  }
}
