package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.analysis.Types.Declared;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The supertypes that the class that came shares with the class that was wanted.
 *
 * @param shared by fully qualified source name, nearest to the wanted class first: whether a type
 *     declares the method a call names
 */
record Kinship(Map<String, Predicate<MethodCallExpr>> shared) {
  static Kinship of(RuleContext context, CastMessage message) {
    Map<String, Predicate<MethodCallExpr>> wanted = supertypes(context, message.wanted());
    Map<String, Predicate<MethodCallExpr>> actual = supertypes(context, message.actual());
    wanted.keySet().retainAll(actual.keySet());
    wanted.remove("java.lang.Object");
    return new Kinship(wanted);
  }

  /** Returns the first shared type that declares all calls. */
  Optional<String> nearest(List<MethodCallExpr> calls) {
    return shared.entrySet().stream()
        .filter(type -> calls.stream().allMatch(type.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, Predicate<MethodCallExpr>> supertypes(
      RuleContext context, String binaryName) {
    Map<String, Predicate<MethodCallExpr>> found = new LinkedHashMap<>();
    Types types = new Types(context.sources());
    String source = binaryName.replace('$', '.');
    context.sources().declaring(source).stream()
        .flatMap(
            file -> types.declared(source.substring(source.lastIndexOf('.') + 1), file).stream())
        .flatMap(type -> types.withSupertypes(type).stream())
        .filter(type -> type.type().getFullyQualifiedName().isPresent())
        .forEach(
            type ->
                found.put(
                    type.type().getFullyQualifiedName().orElseThrow(),
                    call ->
                        types.withSupertypes(type).stream().anyMatch(up -> declares(up, call))));
    platform(binaryName, found);
    return found;
  }

  private static boolean declares(Declared type, MethodCallExpr call) {
    return type.type().getMethodsByName(call.getNameAsString()).stream()
        .anyMatch(method -> method.getParameters().size() == call.getArguments().size());
  }

  private static void platform(String binaryName, Map<String, Predicate<MethodCallExpr>> found) {
    try {
      List<Class<?>> queue =
          new ArrayList<>(
              List.of(Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader())));
      while (!queue.isEmpty()) {
        Class<?> type = queue.remove(0);
        if (Modifier.isPublic(type.getModifiers()) && type.getCanonicalName() != null) {
          found.putIfAbsent(type.getCanonicalName(), call -> declares(type, call));
        }
        queue.addAll(Arrays.asList(type.getInterfaces()));
        if (type.getSuperclass() != null) {
          queue.add(type.getSuperclass());
        }
      }
    } catch (ClassNotFoundException | LinkageError foreign) {
      return;
    }
  }

  private static boolean declares(Class<?> type, MethodCallExpr call) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            method ->
                method.getName().equals(call.getNameAsString())
                    && method.getParameterCount() == call.getArguments().size());
  }
}
