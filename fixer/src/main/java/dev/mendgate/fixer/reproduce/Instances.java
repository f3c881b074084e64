package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expressions that give an instance of a type of the tree. */
final class Instances {
  private static final int MOST_PER_WAY = 3;
  private static final int MOST = 10;

  private final Values values;
  private final TypeResolver resolver;
  private final List<Declared> inTrace;
  private final Subtypes subtypes;
  private final Anonymous anonymous;
  private final Factories factories;
  private final Clues clues;
  private final String packageName;

  Instances(
      Values values,
      TypeResolver resolver,
      Subtypes subtypes,
      List<Declared> inTrace,
      Clues clues,
      String packageName,
      int level) {
    this.resolver = resolver;
    this.inTrace = List.copyOf(inTrace);
    this.values = values;
    this.subtypes = subtypes;
    this.factories = new Factories(this, values, resolver);
    this.anonymous = new Anonymous(values, resolver, level);
    this.clues = clues;
    this.packageName = packageName;
  }

  /**
   * Returns expressions, simple ones first.
   *
   * @param names of parameters and fields that the failure may come from
   * @param hostile whether the instance itself may be at fault
   */
  List<Value> of(Declared type, Set<String> names, boolean hostile, int depth) {
    boolean annotation = type.type().isAnnotationDeclaration();
    if (annotation || !type.visibleFrom(packageName) || depth > 3) {
      return List.of();
    }
    List<Value> found = new ArrayList<>();
    if (hostile) {
      nullReturning(type).ifPresent(found::add);
    }
    for (Declared seen : inTrace) {
      if (resolver.isBelow(seen, type.name(), 4)) {
        found.addAll(of(seen, names, false, depth).stream().limit(2).toList());
      }
    }
    if (type.isAbstract() && !found.isEmpty()) {
      return found.stream().distinct().limit(MOST).toList();
    }
    found.addAll(enumConstants(type));
    List<Value> constructed =
        type.isAbstract() || type.type().isEnumDeclaration()
            ? List.of()
            : constructed(type, names, depth);
    List<Value> simple = constructed.stream().filter(Instances::isSimple).limit(1).toList();
    List<Value> constants = factories.constants(type);
    List<List<Value>> ways = new ArrayList<>(List.of(constructed, constants));
    ways.add(factories.statics(type, names, depth));
    List<Value> bases = Combos.joined(simple, constants, Combos.interleave(ways, MOST));
    if (depth == 0 && !bases.isEmpty()) {
      ways.add(factories.derived(type, bases.get(0), names));
    }
    found.addAll(simple);
    found.addAll(depth == 0 ? Combos.interleave(ways, MOST) : bases);
    found.addAll(factories.built(type, depth));
    if (type.isAbstract()) {
      subtypes
          .of(type)
          .forEach(
              sub -> found.addAll(of(sub, names, false, depth + 1).stream().limit(2).toList()));
      anonymous.of(type, Optional.empty()).ifPresent(found::add);
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  private static boolean isSimple(Value value) {
    return value.code().endsWith("()");
  }

  private Optional<Value> nullReturning(Declared type) {
    return clues
        .nullResult()
        .filter(result -> type.name().equals(result.type()) && extensible(type))
        .flatMap(result -> anonymous.of(type, Optional.of(result.method())));
  }

  private static boolean extensible(Declared type) {
    boolean constructible =
        type.constructors().isEmpty()
            || type.constructors().stream()
                .anyMatch(c -> c.getParameters().isEmpty() && !c.isPrivate());
    return type.type().isClassOrInterfaceDeclaration()
        && !type.type().asClassOrInterfaceDeclaration().isFinal()
        && constructible;
  }

  private static List<Value> enumConstants(Declared type) {
    if (!(type.type() instanceof EnumDeclaration declaration)) {
      return List.of();
    }
    return declaration.getEntries().stream()
        .map(EnumConstantDeclaration::getNameAsString)
        .limit(4)
        .map(
            name ->
                new Value(
                    type.name().mark() + "." + name, JavaText.capitalised(type.name().simple())))
        .toList();
  }

  private List<Value> constructed(Declared type, Set<String> names, int depth) {
    String head = "new " + type.name().mark() + (generic(type) ? "<>" : "");
    if (type.inner()) {
      Optional<Value> outer =
          type.outer().flatMap(o -> of(o, Set.of(), false, depth + 1).stream().findFirst());
      if (outer.isEmpty()) {
        return List.of();
      }
      head =
          outer.get().code()
              + ".new "
              + type.type().getNameAsString()
              + (generic(type) ? "<>" : "");
    }
    List<ConstructorDeclaration> usable =
        type.constructors().stream()
            .filter(this::callable)
            .sorted(Comparator.comparingInt(c -> c.getParameters().size()))
            .toList();
    if (type.constructors().isEmpty() && !type.type().isRecordDeclaration()) {
      return List.of(new Value(head + "()", "New" + type.name().simple()));
    }
    List<List<Value>> ways = new ArrayList<>();
    for (ConstructorDeclaration constructor : usable) {
      ways.add(calls(head, constructor, names, depth));
    }
    return Combos.interleave(ways, MOST);
  }

  private static boolean generic(Declared type) {
    return type.type().isClassOrInterfaceDeclaration()
        && !type.type().asClassOrInterfaceDeclaration().getTypeParameters().isEmpty();
  }

  private boolean callable(CallableDeclaration<?> callable) {
    return !callable.isPrivate();
  }

  /** Returns calls with the cheapest arguments, hostile ones for the named parameters. */
  List<Value> calls(String head, CallableDeclaration<?> callable, Set<String> names, int depth) {
    List<List<Value>> choices = new ArrayList<>();
    for (Parameter parameter : callable.getParameters()) {
      boolean sizes = clues.isBounds() && depth == 0;
      boolean hostile = sizes || names.contains(parameter.getNameAsString());
      choices.add(
          values.of(type(parameter), callable, hostile, depth + 1).stream()
              .map(value -> cast(value, parameter, callable))
              .toList());
    }
    return Combos.cheapest(choices, MOST_PER_WAY).stream()
        .map(arguments -> call(head, arguments))
        .toList();
  }

  private Value cast(Value value, Parameter parameter, CallableDeclaration<?> callable) {
    return value.isNull()
        ? new Value("(" + values.text().erased(type(parameter), callable) + ") null", value.label())
        : value;
  }

  /** Returns the type an argument has, which is an array for a variable number of them. */
  static Type type(Parameter parameter) {
    return parameter.isVarArgs()
        ? new com.github.javaparser.ast.type.ArrayType(parameter.getType().clone())
        : parameter.getType();
  }

  private static Value call(String head, List<Value> arguments) {
    String list = String.join(", ", arguments.stream().map(Value::code).toList());
    String label = arguments.stream().map(Value::label).findFirst().orElse("New");
    return new Value(head + "(" + list + ")", label);
  }
}
