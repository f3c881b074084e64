package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows type names from one file to the next, as far as the source tree and the JDK reach.
 *
 * @param sources files of the tree
 */
public record Types(RuleContext.Sources sources) {
  private static final int MAX_SUPERTYPES = 30;

  /**
   * A type the tree declares.
   *
   * @param file its file
   */
  public record Declared(ParsedFile file, TypeDeclaration<?> type) {}

  /** Returns the type around a node that is not anonymous. */
  public static Optional<TypeDeclaration<?>> around(Node node) {
    return node.findAncestor(TypeDeclaration.class).map(found -> (TypeDeclaration<?>) found);
  }

  /**
   * Finds the declaration a source type name stands for in a file; type arguments do not matter.
   */
  public Optional<Declared> declared(String name, ParsedFile file) {
    String erased = erase(name);
    String last = erased.substring(erased.lastIndexOf('.') + 1);
    Optional<TypeDeclaration<?>> nested = named(file.unit(), last);
    if (nested.isPresent()) {
      return nested.map(type -> new Declared(file, type));
    }
    return qualifiedNames(erased, file.unit())
        .flatMap(full -> sources.declaring(full).stream())
        .flatMap(found -> named(found.unit(), last).map(type -> new Declared(found, type)).stream())
        .findFirst();
  }

  /** Finds the JDK class a source type name stands for; nothing is initialised. */
  public Optional<Class<?>> platformClass(String name, ParsedFile file) {
    String erased = erase(name);
    if (erased.endsWith("[]") || named(file.unit(), erased).isPresent()) {
      return Optional.empty();
    }
    return qualifiedNames(erased, file.unit()).flatMap(Types::load).findFirst();
  }

  /** Returns the declaration and all its supertypes that the tree declares, nearest first. */
  public List<Declared> withSupertypes(Declared start) {
    Set<Declared> seen = new LinkedHashSet<>(List.of(start));
    List<Declared> queue = new ArrayList<>(seen);
    while (!queue.isEmpty() && seen.size() < MAX_SUPERTYPES) {
      Declared next = queue.remove(0);
      for (ClassOrInterfaceType parent : parents(next.type())) {
        declared(parent.getNameWithScope(), next.file()).filter(seen::add).ifPresent(queue::add);
      }
    }
    return List.copyOf(seen);
  }

  /** Returns a type name without its type arguments and annotations, arrays kept. */
  public static String erase(String name) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (char c : name.toCharArray()) {
      depth += c == '<' ? 1 : 0;
      if (depth == 0 && c != ' ') {
        out.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return out.toString();
  }

  private static List<ClassOrInterfaceType> parents(TypeDeclaration<?> type) {
    if (!(type instanceof ClassOrInterfaceDeclaration declaration)) {
      return List.of();
    }
    return Stream.concat(
            declaration.getExtendedTypes().stream(), declaration.getImplementedTypes().stream())
        .toList();
  }

  private static Optional<TypeDeclaration<?>> named(CompilationUnit unit, String name) {
    return unit.findFirst(TypeDeclaration.class, type -> type.getNameAsString().equals(name))
        .map(found -> (TypeDeclaration<?>) found);
  }

  private static Stream<String> qualifiedNames(String name, CompilationUnit unit) {
    String head = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    String rest = name.substring(head.length());
    List<String> names = new ArrayList<>();
    unit.getImports().stream()
        .filter(found -> !found.isStatic() && !found.isAsterisk())
        .filter(found -> found.getName().getIdentifier().equals(head))
        .forEach(found -> names.add(found.getNameAsString() + rest));
    String here = unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
    names.add(here.isEmpty() ? name : here + "." + name);
    unit.getImports().stream()
        .filter(found -> !found.isStatic() && found.isAsterisk())
        .forEach(found -> names.add(found.getNameAsString() + "." + name));
    names.add("java.lang." + name);
    names.add(name);
    return names.stream();
  }

  private static Stream<Class<?>> load(String name) {
    if (!name.startsWith("java.")) {
      return Stream.empty();
    }
    try {
      return Stream.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Stream.empty();
    }
  }
}
