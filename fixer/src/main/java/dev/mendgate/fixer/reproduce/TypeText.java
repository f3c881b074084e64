package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.WildcardType;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a type of the project for use in a test, where its imports and variables are not known.
 */
final class TypeText {
  private static final String OBJECT = TypeName.mark("java.lang.Object");

  private final TypeResolver resolver;

  TypeText(TypeResolver resolver) {
    this.resolver = resolver;
  }

  /** Returns the type with its arguments; a type variable becomes its bound or Object. */
  String full(Type type, Node at) {
    if (type instanceof ArrayType array) {
      return full(array.getComponentType(), at) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .or(wildcard::getSuperType)
          .map(bound -> full(bound, at))
          .orElse(OBJECT);
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return type.asString();
    }
    String arguments =
        named
            .getTypeArguments()
            .filter(list -> !list.isEmpty())
            .map(list -> list.stream().map(t -> argument(t, at)).collect(Collectors.joining(", ")))
            .map(list -> "<" + list + ">")
            .orElse("");
    return variable(named, at).isPresent() ? erased(type, at) : erased(type, at) + arguments;
  }

  /** Returns a type argument, in which wildcards of further arguments must stay as they are. */
  String argument(Type type, Node at) {
    if (!(type instanceof ClassOrInterfaceType named) || variable(named, at).isPresent()) {
      return full(type, at);
    }
    return named
        .getTypeArguments()
        .filter(list -> !list.isEmpty())
        .map(list -> list.stream().map(t -> nested(t, at)).collect(Collectors.joining(", ")))
        .map(list -> erased(type, at) + "<" + list + ">")
        .orElseGet(() -> erased(type, at));
  }

  private String nested(Type type, Node at) {
    if (!(type instanceof WildcardType wildcard)) {
      return argument(type, at);
    }
    return wildcard
        .getExtendedType()
        .map(bound -> "? extends " + argument(bound, at))
        .or(() -> wildcard.getSuperType().map(bound -> "? super " + argument(bound, at)))
        .orElse("?");
  }

  /** Returns the type without its arguments. */
  String erased(Type type, Node at) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType(), at) + "[]";
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return type.asString();
    }
    Optional<TypeParameter> variable = variable(named, at);
    if (variable.isPresent()) {
      return variable.get().getTypeBound().stream()
          .findFirst()
          .filter(bound -> variable(bound, at).isEmpty())
          .map(bound -> erased(bound, at))
          .orElse(OBJECT);
    }
    String written = named.getNameWithScope();
    return resolver.name(written, at).map(TypeName::mark).orElse(written);
  }

  /** Returns what the type's erasure is called, where it is a class. */
  Optional<TypeName> name(Type type, Node at) {
    if (!(type instanceof ClassOrInterfaceType named)) {
      return Optional.empty();
    }
    Optional<TypeParameter> variable = variable(named, at);
    if (variable.isEmpty()) {
      return resolver.name(named.getNameWithScope(), at);
    }
    return variable.get().getTypeBound().stream()
        .findFirst()
        .filter(bound -> variable(bound, at).isEmpty())
        .flatMap(bound -> name(bound, at))
        .or(() -> Optional.of(new TypeName("java.lang", "Object")));
  }

  private static Optional<TypeParameter> variable(ClassOrInterfaceType type, Node at) {
    if (type.getScope().isPresent()) {
      return Optional.empty();
    }
    for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
      if (node instanceof NodeWithTypeParameters<?> generic) {
        for (TypeParameter parameter : generic.getTypeParameters()) {
          if (parameter.getNameAsString().equals(type.getNameAsString())) {
            return Optional.of(parameter);
          }
        }
      }
    }
    return Optional.empty();
  }
}
