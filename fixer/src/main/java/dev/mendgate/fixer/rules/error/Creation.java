package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.source.ParsedFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How an exception of some type is made so that it keeps its cause.
 *
 * @param parameters simple names of a public constructor's parameter types
 */
record Creation(List<String> parameters) {
  private static final List<Creation> FORMS =
      List.of(
          new Creation(List.of("String", "Throwable")),
          new Creation(List.of("String", "Exception")),
          new Creation(List.of("Throwable")),
          new Creation(List.of("Exception")),
          new Creation(List.of("String")));

  /** Returns the best constructor of a type that a file names; empty where it is not known. */
  static Optional<Creation> of(String type, ParsedFile file, RuleContext context) {
    List<List<String>> known = constructors(type, file, new Types(context.sources()));
    return FORMS.stream().filter(form -> known.contains(form.parameters())).findFirst();
  }

  /** Returns the parameter types of each constructor of an exception; none where not known. */
  static List<List<String>> constructors(String type, ParsedFile file, Types types) {
    return types
        .declared(type, file)
        .map(found -> found.type())
        .filter(ClassOrInterfaceDeclaration.class::isInstance)
        .map(ClassOrInterfaceDeclaration.class::cast)
        .filter(found -> !found.isAbstract())
        .map(Creation::declared)
        .or(() -> types.platformClass(type, file).map(Creation::platform))
        .orElse(List.of());
  }

  private static List<List<String>> declared(ClassOrInterfaceDeclaration type) {
    return type.getConstructors().stream()
        .filter(found -> !found.isPrivate())
        .map(Creation::parameters)
        .toList();
  }

  private static List<String> parameters(ConstructorDeclaration constructor) {
    return constructor.getParameters().stream()
        .map(found -> Types.erase(found.getTypeAsString()))
        .toList();
  }

  private static List<List<String>> platform(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers()) || !Throwable.class.isAssignableFrom(type)) {
      return List.of();
    }
    return Arrays.stream(type.getConstructors()).map(Creation::parameters).toList();
  }

  private static List<String> parameters(Constructor<?> constructor) {
    return Arrays.stream(constructor.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  /** Returns the statement that throws it. */
  String thrown(String type, String message, String cause) {
    if (parameters.equals(List.of("String"))) {
      return "throw (" + type + ") new " + type + "(" + message + ").initCause(" + cause + ");";
    }
    String arguments = parameters.size() == 1 ? cause : message + ", " + cause;
    return "throw new " + type + "(" + arguments + ");";
  }
}
