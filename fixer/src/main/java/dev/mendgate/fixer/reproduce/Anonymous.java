package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Subclasses without a name, whose methods return defaults. */
final class Anonymous {
  private static final int MOST_METHODS = 8;

  private final Values values;
  private final TypeResolver resolver;
  private final int level;

  Anonymous(Values values, TypeResolver resolver, int level) {
    this.values = values;
    this.resolver = resolver;
    this.level = level;
  }

  /**
   * Implements what is abstract.
   *
   * @param nullReturning a method that is to return null though it is implemented
   * @return empty where that would be long, or a supertype is not in the tree
   */
  Optional<Value> of(Declared type, Optional<String> nullReturning) {
    Map<String, MethodDeclaration> open = new LinkedHashMap<>();
    if (!collect(type, open, new HashSet<>()) || !constructible(type)) {
      return Optional.empty();
    }
    List<MethodDeclaration> methods = new ArrayList<>(open.values());
    nullReturning.ifPresent(
        name ->
            type.type().getMethodsByName(name).stream()
                .filter(method -> !method.isFinal() && !method.isStatic() && !method.isPrivate())
                .filter(method -> !methods.contains(method))
                .forEach(methods::add));
    boolean printable = methods.stream().allMatch(m -> m.getTypeParameters().isEmpty());
    if (!printable || methods.size() > MOST_METHODS) {
      return Optional.empty();
    }
    if (level >= 8 && type.isInterface() && methods.size() == 1) {
      return Optional.of(new Value(lambda(type, methods.get(0)), "Lambda"));
    }
    String body = methods.stream().map(this::method).collect(Collectors.joining("\n"));
    return Optional.of(new Value("new " + type.name().mark() + "() {\n" + body + "}", "Stub"));
  }

  private static boolean constructible(Declared type) {
    return type.isInterface()
        || type.constructors().isEmpty()
        || type.constructors().stream()
            .anyMatch(c -> c.getParameters().isEmpty() && !c.isPrivate());
  }

  /**
   * Collects abstract methods by signature, supertypes first, so that implementations close them.
   */
  private boolean collect(Declared type, Map<String, MethodDeclaration> open, Set<TypeName> seen) {
    if (!seen.add(type.name())) {
      return true;
    }
    List<Declared> parents = resolver.parents(type);
    if (parents.size() < written(type)) {
      return false;
    }
    for (Declared parent : parents) {
      if (!collect(parent, open, seen)) {
        return false;
      }
    }
    for (MethodDeclaration method : type.type().getMethods()) {
      boolean isAbstract =
          method.isAbstract()
              || (type.isInterface()
                  && !method.isDefault()
                  && !method.isStatic()
                  && !method.isPrivate());
      if (isAbstract) {
        open.put(signature(method), method);
      } else {
        open.remove(signature(method));
      }
    }
    return true;
  }

  private static int written(Declared type) {
    if (!type.type().isClassOrInterfaceDeclaration()) {
      return 1;
    }
    var declaration = type.type().asClassOrInterfaceDeclaration();
    return declaration.getExtendedTypes().size() + declaration.getImplementedTypes().size();
  }

  private static String signature(MethodDeclaration method) {
    return method.getNameAsString() + "/" + method.getParameters().size();
  }

  private static String lambda(Declared type, MethodDeclaration method) {
    String parameters =
        method.getParameters().stream()
            .map(Parameter::getNameAsString)
            .map(name -> "any" + JavaText.capitalised(name))
            .collect(Collectors.joining(", ", "(", ")"));
    return "(" + type.name().mark() + ") " + parameters + " -> " + result(method);
  }

  private static String result(MethodDeclaration method) {
    return method.getType().isVoidType() ? "{}" : JdkValues.nothing(method.getType().asString());
  }

  private String method(MethodDeclaration method) {
    String parameters =
        method.getParameters().stream()
            .map(p -> values.text().erased(Instances.type(p), method) + " " + p.getNameAsString())
            .collect(Collectors.joining(", "));
    String type =
        method.getType().isVoidType() ? "void" : values.text().erased(method.getType(), method);
    String body = method.getType().isVoidType() ? "" : "    return " + result(method) + ";\n";
    return "  @Override\n  "
        + access(method.getModifiers())
        + type
        + " "
        + method.getNameAsString()
        + "("
        + parameters
        + ") {\n"
        + body
        + "  }\n";
  }

  private static String access(NodeList<Modifier> modifiers) {
    boolean isProtected = modifiers.contains(Modifier.protectedModifier());
    return isProtected ? "protected " : "public ";
  }
}
