package dev.mendgate.sandbox.select;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which compiled classes of a module name which; read once, then immutable. */
final class ClassGraph {
  private final Map<String, CompiledClass> testClasses;

  /** Top-level class to the top-level classes that name it. */
  private final Map<String, Set<String>> users = new HashMap<>();

  private ClassGraph(Map<String, CompiledClass> tests, Collection<CompiledClass> main) {
    this.testClasses = tests;
    tests.values().forEach(this::addUses);
    main.forEach(this::addUses);
  }

  static ClassGraph read(Module module) throws IOException {
    return new ClassGraph(classesOf(module.testClasses()), classesOf(module.classes()).values());
  }

  /**
   * Returns the distance, in uses, from the given top-level classes to all that reach them.
   *
   * @param furthest distance at which the search ends
   */
  Map<String, Integer> distancesTo(Set<String> targets, int furthest) {
    Map<String, Integer> distances = new HashMap<>();
    targets.forEach(t -> distances.put(t, 0));
    Set<String> edge = targets;
    for (int distance = 1; distance <= furthest && !edge.isEmpty(); distance++) {
      Set<String> next = new HashSet<>();
      for (String type : edge) {
        for (String user : users.getOrDefault(type, Set.of())) {
          if (distances.putIfAbsent(user, distance) == null) {
            next.add(user);
          }
        }
      }
      edge = next;
    }
    return distances;
  }

  /** Returns the classes that hold tests and can be run by themselves. */
  List<String> runnableTests() {
    return testClasses.values().stream()
        .filter(c -> c.runnable() && holdsTests(c))
        .map(CompiledClass::name)
        .sorted()
        .toList();
  }

  private boolean holdsTests(CompiledClass type) {
    CompiledClass at = type;
    while (at != null && !at.annotatedTests()) {
      String parent = at.superName();
      if (parent == null || parent.equals("junit.framework.TestCase")) {
        return parent != null;
      }
      CompiledClass next = testClasses.get(parent);
      if (next == null) {
        // a base class from a dependency may hold the tests; a plain object does not
        return !parent.equals("java.lang.Object");
      }
      at = next;
    }
    return at != null;
  }

  private void addUses(CompiledClass type) {
    String user = CompiledClass.topLevel(type.name());
    for (String used : type.references()) {
      users.computeIfAbsent(used, k -> new HashSet<>()).add(user);
    }
  }

  private static Map<String, CompiledClass> classesOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    Map<String, CompiledClass> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        try {
          CompiledClass type = CompiledClass.read(Files.readAllBytes(file));
          classes.put(type.name(), type);
        } catch (RuntimeException e) {
          continue; // not a class, or newer than ASM knows: it takes no part in selection
        }
      }
    }
    return classes;
  }
}
