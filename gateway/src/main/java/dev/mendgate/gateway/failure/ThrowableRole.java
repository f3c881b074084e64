package dev.mendgate.gateway.failure;

/** How a throwable hangs on the one that encloses it. */
public enum ThrowableRole {
  /** The throwable that was printed. */
  TOP,
  /** Its cause, or the cause of a cause. */
  CAUSE,
  /** Suppressed by the enclosing one, as in try-with-resources. */
  SUPPRESSED
}
