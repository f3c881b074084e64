package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.analysis.Types.Declared;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method without arguments by which an object of one class gives away one of another.
 *
 * @param owner fully qualified source name of the type that declares it to everybody
 * @param call the call without its receiver
 * @param exact whether its declared type is the wanted one, so that no cast is needed
 */
record Accessor(String owner, String call, boolean exact) {
  String simpleOwner() {
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  /** Finds the accessors of the class that came for the class that was wanted. */
  static List<Accessor> find(RuleContext context, CastMessage message) {
    return Stream.concat(declared(context, message), platform(message)).distinct().toList();
  }

  private static Stream<Accessor> declared(RuleContext context, CastMessage message) {
    Types types = new Types(context.sources());
    String actual = message.actual().replace('$', '.');
    return context.sources().declaring(actual).stream()
        .flatMap(file -> types.declared(simple(actual), file).stream())
        .flatMap(type -> types.withSupertypes(type).stream())
        .flatMap(type -> methods(type, message.wantedSimpleName()));
  }

  private static Stream<Accessor> methods(Declared type, String wanted) {
    String owner = type.type().getFullyQualifiedName().orElse(type.type().getNameAsString());
    return type.type().getMethods().stream()
        .filter(method -> isAccessor(method, type))
        .filter(method -> simple(Types.erase(method.getTypeAsString())).equals(wanted))
        .map(method -> new Accessor(owner, method.getNameAsString() + "()", true));
  }

  private static boolean isAccessor(MethodDeclaration method, Declared type) {
    boolean visible =
        method.isPublic()
            || (type.type().isClassOrInterfaceDeclaration()
                && type.type().asClassOrInterfaceDeclaration().isInterface());
    return visible
        && !method.isStatic()
        && method.getParameters().isEmpty()
        && method.getThrownExceptions().isEmpty()
        && looksLikeAccessor(method.getNameAsString());
  }

  private static boolean looksLikeAccessor(String name) {
    return !name.matches(
            "(clone|copy|create|new|build|make|next|remove|pop|poll|read|take)([A-Z].*)?")
        && !name.equals("toString");
  }

  /** The class that came may be one that only the JDK may name; its public types declare more. */
  private static Stream<Accessor> platform(CastMessage message) {
    try {
      ClassLoader loader = ClassLoader.getPlatformClassLoader();
      Class<?> actual = Class.forName(message.actual(), false, loader);
      Class<?> wanted = Class.forName(message.wanted(), false, loader);
      return Arrays.stream(actual.getMethods())
          .filter(method -> method.getParameterCount() == 0 && !method.isBridge())
          .filter(method -> method.getDeclaringClass() != Object.class)
          .filter(method -> !Modifier.isStatic(method.getModifiers()))
          .filter(method -> wanted.isAssignableFrom(method.getReturnType()))
          .filter(method -> looksLikeAccessor(method.getName()))
          .flatMap(method -> named(method, actual, wanted));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Stream.empty();
    }
  }

  private static Stream<Accessor> named(Method method, Class<?> actual, Class<?> wanted) {
    for (Class<?> type : supertypes(actual)) {
      boolean visible =
          Modifier.isPublic(type.getModifiers()) && type.getName().startsWith("java.");
      if (visible) {
        try {
          Method seen = type.getMethod(method.getName());
          return Stream.of(
              new Accessor(
                  seen.getDeclaringClass().getCanonicalName(),
                  method.getName() + "()",
                  wanted.isAssignableFrom(seen.getReturnType())));
        } catch (NoSuchMethodException absent) {
          continue;
        }
      }
    }
    return Stream.empty();
  }

  private static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    List<Class<?>> queue = new ArrayList<>(List.of(type));
    while (!queue.isEmpty()) {
      Class<?> next = queue.remove(0);
      if (found.add(next)) {
        queue.addAll(Arrays.asList(next.getInterfaces()));
        if (next.getSuperclass() != null) {
          queue.add(next.getSuperclass());
        }
      }
    }
    return found;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
