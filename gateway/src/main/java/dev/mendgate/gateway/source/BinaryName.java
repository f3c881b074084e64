package dev.mendgate.gateway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A class name as the JVM prints it.
 *
 * @param packageName empty for the unnamed package
 * @param simple what follows the package, such as {@code Outer$Inner$1}
 */
record BinaryName(String packageName, String simple) {
  private static final Set<String> PLATFORM =
      Set.of("java", "javax", "jdk", "sun", "netscape", "com.sun", "com.oracle", "org.ietf.jgss");

  static BinaryName of(String className) {
    int dot = className.lastIndexOf('.');
    return new BinaryName(dot < 0 ? "" : className.substring(0, dot), className.substring(dot + 1));
  }

  /**
   * Returns the names the top-level type may have, likeliest first; a {@code $} may be part of a
   * name.
   */
  List<String> topLevelTypes() {
    List<String> names = new ArrayList<>();
    for (int end = simple.indexOf('$', 1); end > 0; end = simple.indexOf('$', end + 1)) {
      names.add(simple.substring(0, end));
    }
    names.add(simple);
    return names;
  }

  /** Returns the name of the innermost named type: {@code Inner} of {@code Outer$Inner$1}. */
  String innermostNamed() {
    String[] parts = simple.split("\\$", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      String name = parts[i].replaceFirst("^[0-9]+", "");
      if (!name.isEmpty()) {
        return name;
      }
    }
    return simple;
  }

  /** Says whether the class was made at run time: a proxy, a lambda's class, an accessor. */
  boolean generated() {
    return simple.contains("$$") || simple.contains("/") || simple.startsWith("$Proxy");
  }

  /** Says whether the package belongs to the Java platform. */
  boolean platform() {
    return PLATFORM.stream()
        .anyMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
  }
}
