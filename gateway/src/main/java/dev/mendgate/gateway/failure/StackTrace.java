package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Java stack trace as it was found in text.
 *
 * @param throwables the top one first, each behind its parent; at least one
 * @param truncated whether part of it is missing: cut off, or beyond the parser's limits
 * @param firstLine line of the text, from 0, that holds the header or, without one, the first frame
 * @param endLine line behind the last one of the trace
 * @param text its lines without what log shippers put before them, header first
 */
public record StackTrace(
    List<TracedThrowable> throwables, boolean truncated, int firstLine, int endLine, String text) {
  public StackTrace {
    throwables = List.copyOf(throwables);
    if (throwables.isEmpty()) {
      throw new IllegalArgumentException("a stack trace needs a throwable");
    }
  }

  /** Returns the throwable that was printed. */
  public TracedThrowable top() {
    return throwables.get(0);
  }

  /** Returns the printed throwable and its causes, outermost first, without suppressed ones. */
  public List<TracedThrowable> chain() {
    List<TracedThrowable> chain = new ArrayList<>();
    chain.add(top());
    int parent = 0;
    for (int i = 1; i < throwables.size(); i++) {
      TracedThrowable next = throwables.get(i);
      if (next.role() == ThrowableRole.CAUSE && next.parent() == parent) {
        chain.add(next);
        parent = i;
      }
    }
    return List.copyOf(chain);
  }

  /**
   * Returns a failure for each throwable of the chain whose class is known, innermost cause first:
   * the order in which a place for a repair is sought.
   */
  public List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    List<TracedThrowable> chain = chain();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Optional<Failure> failure = chain.get(i).toFailure();
      failure.ifPresent(failures::add);
    }
    return List.copyOf(failures);
  }
}
