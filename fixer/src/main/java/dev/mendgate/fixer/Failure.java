package dev.mendgate.fixer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as far as repairing it needs to know.
 *
 * @param exceptionType fully qualified class of the exception that is to be repaired, which for a
 *     chain of causes is the innermost one
 * @param message message of that exception; null where it has none
 * @param frames its frames, innermost first, the JDK's and third parties' included
 */
public record Failure(String exceptionType, @Nullable String message, List<Frame> frames) {
  public Failure {
    frames = List.copyOf(frames);
  }

  /** Returns the exception's class name without its package. */
  public String simpleType() {
    return exceptionType.substring(exceptionType.lastIndexOf('.') + 1);
  }
}
