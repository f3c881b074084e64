package dev.mendgate.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated test, and what it has to fail with before the patch.
 *
 * @param path where it belongs in the tree, with {@code /}
 * @param className fully qualified
 * @param method test method
 * @param source its text
 * @param exceptionType exception it must fail with, itself or as a cause
 * @param message message of the event's exception; null where it has none
 * @param crashClass binary class name that a frame of that exception must have
 * @param crashMethod method that the same frame must have
 * @param crashLine line that the same frame must have in the unpatched tree; negative for any
 * @param stress whether it needs several runs to fail, and fails by its own assertion where threads
 *     lose updates silently
 * @param chain {@code class#method} of the event's in-app frames, innermost first; tells a test
 *     that takes the event's way from one that calls the crash site directly
 */
public record ReproducerTest(
    String path,
    String className,
    String method,
    String source,
    String exceptionType,
    @Nullable String message,
    String crashClass,
    String crashMethod,
    int crashLine,
    boolean stress,
    List<String> chain) {
  public ReproducerTest {
    chain = List.copyOf(chain);
  }
}
