package dev.mendgate.fixer.reproduce;

/**
 * An expression for a test, and how its method name calls it.
 *
 * @param code Java with marked type names
 * @param label capitalised words, fit for the middle of a method name
 */
record Value(String code, String label) {
  static Value ofNull() {
    return new Value("null", "Null");
  }

  boolean isNull() {
    return code.equals("null");
  }
}
