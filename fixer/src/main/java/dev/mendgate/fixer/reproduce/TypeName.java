package dev.mendgate.fixer.reproduce;

/**
 * Name of a type that generated code mentions; {@link ImportTable} decides how it is written.
 *
 * @param packageName empty for the unnamed package
 * @param path simple names from the outermost type inwards, joined with dots
 */
record TypeName(String packageName, String path) {
  static final char OPEN = '\u0001';
  static final char CLOSE = '\u0002';

  /** Splits a qualified name where its first capitalised segment starts. */
  static TypeName of(String qualified) {
    int from = 0;
    while (from < qualified.length() && !Character.isUpperCase(qualified.charAt(from))) {
      int dot = qualified.indexOf('.', from);
      if (dot < 0) {
        break;
      }
      from = dot + 1;
    }
    return new TypeName(
        from == 0 ? "" : qualified.substring(0, from - 1), qualified.substring(from));
  }

  /** Returns the mark of a JDK type in generated code. */
  static String mark(String qualified) {
    return of(qualified).mark();
  }

  /** Returns text that stands for the type until imports are decided. */
  String mark() {
    return OPEN + packageName + "|" + path + CLOSE;
  }

  String qualified() {
    return packageName.isEmpty() ? path : packageName + "." + path;
  }

  String outermost() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  String simple() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  TypeName member(String name) {
    return new TypeName(packageName, path + "." + name);
  }
}
