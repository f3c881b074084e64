package dev.mendgate.sandbox.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one test ended.
 *
 * @param className binary name of the class that ran
 * @param method name with parameters where the framework tells them apart, such as {@code
 *     m(int)[2]}
 * @param failure null unless it failed
 * @param probesHit changed lines this test reached, as {@code path-of-class:line} numbers the host
 *     put in; empty where nothing was probed
 */
public record TestResult(
    String className,
    String method,
    Status status,
    long millis,
    @Nullable Thrown failure,
    List<Integer> probesHit) {
  public TestResult {
    probesHit = List.copyOf(probesHit);
  }

  /** Returns {@code class#method}. */
  public String id() {
    return className + "#" + method;
  }

  /** How a test ended. */
  public enum Status {
    PASSED,
    FAILED,
    /** Disabled, or an assumption did not hold. */
    SKIPPED
  }

  /**
   * A throwable, as text.
   *
   * @param type binary class name
   * @param frames innermost first, cut after 256
   * @param cause null where it has none
   */
  public record Thrown(
      String type,
      @Nullable String message,
      List<StackTraceElement> frames,
      @Nullable Thrown cause) {
    public Thrown {
      frames = List.copyOf(frames);
    }
  }
}
