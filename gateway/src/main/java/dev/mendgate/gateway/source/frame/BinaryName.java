package dev.mendgate.gateway.source.frame;

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

  /** Returns the class as the JVM prints it. */
  String full() {
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  /** Returns another class of the same package. */
  BinaryName sibling(String otherSimple) {
    return new BinaryName(packageName, otherSimple);
  }

  /** Says whether the compiler may have made the class up: {@code Outer$1}. */
  boolean mayBeSynthetic() {
    return simple.matches(".+\\$[0-9]+");
  }

  /** Returns {@code Outer} of {@code Outer$1}. */
  BinaryName enclosing() {
    return sibling(simple.substring(0, Math.max(1, simple.lastIndexOf('$'))));
  }

  /** Says whether the package belongs to the Java platform. */
  boolean platform() {
    return PLATFORM.stream()
        .anyMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
  }
}
