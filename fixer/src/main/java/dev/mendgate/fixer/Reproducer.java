package dev.mendgate.fixer;

/**
 * A generated test that fails on the unpatched code with the failure's exception at the crash site.
 *
 * @param path path in the repository where it belongs, with {@code /}
 * @param className fully qualified name of the test class
 * @param method name of the test method
 * @param source its text
 * @param kind how it drives the code
 */
public record Reproducer(String path, String className, String method, String source, Kind kind) {
  /** How a reproducer drives the code. */
  public enum Kind {
    /** Calls once and expects no exception. */
    CALL,
    /** Calls from many threads and checks that nothing is lost. */
    STRESS
  }
}
