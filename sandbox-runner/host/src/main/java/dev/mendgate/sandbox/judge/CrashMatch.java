package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.run.TestResult.Thrown;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells whether a test failed in the way that its failure event did. */
final class CrashMatch {
  private final ReproducerTest wanted;

  CrashMatch(ReproducerTest wanted) {
    this.wanted = wanted;
  }

  /** Returns whether it, or one of its causes, is the event's exception at the crash site. */
  boolean crashed(@Nullable Thrown failure) {
    return any(failure, t -> t.type().equals(wanted.exceptionType()) && atCrashSite(t));
  }

  /** Returns whether that exception carries the event's message, whatever numbers are in it. */
  boolean sameMessage(@Nullable Thrown failure) {
    return any(
        failure,
        t ->
            t.type().equals(wanted.exceptionType())
                && atCrashSite(t)
                && withoutNumbers(t.message()).equals(withoutNumbers(wanted.message())));
  }

  /**
   * Returns how many of the event's in-app frames the exception has in the event's order, without a
   * gap, from the crash site outwards.
   */
  int framesShared(@Nullable Thrown failure) {
    for (Thrown at = failure; at != null; at = at.cause()) {
      if (at.type().equals(wanted.exceptionType()) && atCrashSite(at)) {
        return shared(at);
      }
    }
    return 0;
  }

  private int shared(Thrown thrown) {
    int next = 0;
    for (StackTraceElement frame : thrown.frames()) {
      String name = frame.getClassName() + "#" + frame.getMethodName();
      if (next < wanted.chain().size() && wanted.chain().get(next).equals(name)) {
        next++;
      }
    }
    return next;
  }

  private static String withoutNumbers(@Nullable String message) {
    return message == null ? "" : message.strip().replaceAll("-?\\d+", "0");
  }

  /** Returns whether the test's own assertion failed, as when threads lose updates silently. */
  boolean ownAssertion(@Nullable Thrown failure) {
    return any(failure, t -> isAssertion(t.type()) && inTest(t));
  }

  /** Returns whether it, or one of its causes, is of a type. */
  static boolean isA(@Nullable Thrown failure, String type) {
    return any(failure, t -> t.type().equals(type));
  }

  private boolean atCrashSite(Thrown thrown) {
    return thrown.frames().stream()
        .anyMatch(
            f ->
                f.getClassName().equals(wanted.crashClass())
                    && f.getMethodName().equals(wanted.crashMethod())
                    && (wanted.crashLine() < 0 || f.getLineNumber() == wanted.crashLine()));
  }

  private boolean inTest(Thrown thrown) {
    return thrown.frames().stream()
        .anyMatch(
            f ->
                f.getClassName().equals(wanted.className())
                    || f.getClassName().startsWith(wanted.className() + "$"));
  }

  private static boolean isAssertion(String type) {
    return type.equals("java.lang.AssertionError")
        || type.startsWith("org.opentest4j.")
        || type.startsWith("junit.framework.")
        || type.equals("org.junit.ComparisonFailure");
  }

  private static boolean any(@Nullable Thrown failure, Predicate<Thrown> wanted) {
    for (Thrown at = failure; at != null; at = at.cause()) {
      if (wanted.test(at)) {
        return true;
      }
    }
    return false;
  }
}
