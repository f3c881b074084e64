package dev.mendgate.sandbox;

/** How far a patch is proven; best first. */
public enum Verdict {
  /** Reproducer fails before and passes after, no regression. */
  PROVEN,
  /** No reproducer; tests cover the change and pass. */
  PLAUSIBLE,
  /** Nothing exercises the change. */
  UNCOVERED,
  /** Timeout, flaky baseline, sandbox failure. */
  INCONCLUSIVE,
  /** Does not compile, regresses, or the reproducer still fails. */
  REJECTED
}
