package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
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
  private final Subtypes subtypes;
  private final Anonymous anonymous;
  private final Clues clues;
  private final String packageName;

  Instances(
      Values values,
      TypeResolver resolver,
      Subtypes subtypes,
      Clues clues,
      String packageName,
      int level) {
    this.values = values;
    this.resolver = resolver;
    this.subtypes = subtypes;
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
    if (!type.visibleFrom(packageName) || depth > 3) {
      return List.of();
    }
    List<Value> found = new ArrayList<>();
    if (hostile) {
      nullReturning(type).ifPresent(found::add);
    }
    found.addAll(enumConstants(type));
    if (!type.isAbstract() && !type.type().isEnumDeclaration()) {
      found.addAll(constructed(type, names, depth));
    }
    found.addAll(fromFactories(type, names, depth));
    found.addAll(constants(type));
    found.addAll(built(type, depth));
    if (type.isAbstract()) {
      subtypes
          .of(type)
          .forEach(
              sub -> found.addAll(of(sub, names, false, depth + 1).stream().limit(2).toList()));
      anonymous.of(type, Optional.empty()).ifPresent(found::add);
    }
    return found.stream().distinct().limit(MOST).toList();
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

  private List<Value> calls(
      String head, CallableDeclaration<?> callable, Set<String> names, int depth) {
    List<List<Value>> choices = new ArrayList<>();
    for (Parameter parameter : callable.getParameters()) {
      boolean hostile = names.contains(parameter.getNameAsString());
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

  private List<Value> fromFactories(Declared type, Set<String> names, int depth) {
    List<List<Value>> ways = new ArrayList<>();
    for (MethodDeclaration method : type.type().getMethods()) {
      if (method.isStatic()
          && !method.isPrivate()
          && gives(method.getType(), method, type)
          && method.getParameters().size() <= 4) {
        ways.add(calls(type.name().mark() + "." + method.getNameAsString(), method, names, depth));
      }
    }
    ways.sort(Comparator.comparingInt(way -> way.isEmpty() ? 0 : way.get(0).code().length()));
    return Combos.interleave(ways, 4);
  }

  private boolean gives(Type written, com.github.javaparser.ast.Node at, Declared wanted) {
    return values.text().name(written, at).filter(wanted.name()::equals).isPresent();
  }

  private List<Value> constants(Declared type) {
    List<Value> found = new ArrayList<>();
    for (FieldDeclaration field : type.type().getFields()) {
      boolean constant = (field.isStatic() && field.isFinal()) || type.isInterface();
      for (VariableDeclarator variable : field.getVariables()) {
        if (constant && !field.isPrivate() && gives(variable.getType(), field, type)) {
          found.add(
              new Value(
                  type.name().mark() + "." + variable.getNameAsString(),
                  JavaText.capitalised(type.name().simple())));
        }
      }
    }
    return found.stream().limit(3).toList();
  }

  private List<Value> built(Declared type, int depth) {
    List<Value> found = new ArrayList<>();
    Optional<Declared> builder = resolver.declared(type.name().member("Builder"));
    if (builder.isEmpty() || depth > 1) {
      return found;
    }
    for (MethodDeclaration method : builder.get().type().getMethods()) {
      boolean builds =
          method.getParameters().isEmpty()
              && !method.isPrivate()
              && gives(method.getType(), method, type);
      if (builds) {
        of(builder.get(), Set.of(), false, depth + 1).stream()
            .limit(2)
            .forEach(
                b ->
                    found.add(
                        new Value(b.code() + "." + method.getNameAsString() + "()", "Built")));
      }
    }
    return found;
  }
}
