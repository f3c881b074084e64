package dev.mendgate.gateway.source.statement.scan;

import java.util.Set;

/** Types by the names they are declared with. */
final class Types {
  private static final Set<String> TEXT =
      Set.of("String", "CharSequence", "Object", "Supplier", "StringBuilder", "StringBuffer");

  private Types() {}

  /** Returns whether a variable of the type may hold a text. */
  static boolean isText(String type) {
    return TEXT.contains(FileScope.simple(type)) && !type.endsWith("]");
  }

  static boolean isString(String type) {
    return FileScope.simple(type).equals("String");
  }

  static boolean isBuilder(String type) {
    String simple = FileScope.simple(type);
    return simple.equals("StringBuilder") || simple.equals("StringBuffer");
  }

  /** Returns whether a class is an exception by its name. */
  static boolean isException(String type) {
    String simple = FileScope.simple(type);
    return simple.endsWith("Exception")
        || simple.endsWith("Error")
        || simple.equals("Throwable")
        || simple.endsWith("Throwable");
  }
}
