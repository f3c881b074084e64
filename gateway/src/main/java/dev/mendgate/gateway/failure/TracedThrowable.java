package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One throwable of a printed stack trace.
 *
 * @param role how it hangs on its parent
 * @param parent index in {@link StackTrace#throwables()} of the enclosing throwable; -1 for the top
 * @param exceptionType class name as printed; null where the text starts in the middle of the
 *     frames
 * @param message message, of one or more lines joined by {@code \n}; null where it has none
 * @param frames innermost first, frames in common with the parent restored
 */
public record TracedThrowable(
    ThrowableRole role,
    int parent,
    @Nullable String exceptionType,
    @Nullable String message,
    List<Frame> frames) {
  public TracedThrowable {
    frames = List.copyOf(frames);
  }

  /** Returns what the fixer needs to know, or empty where the exception's class is not known. */
  public Optional<Failure> toFailure() {
    return Optional.ofNullable(exceptionType).map(type -> new Failure(type, message, frames));
  }
}
