package dev.mendgate.worker;

import org.jspecify.annotations.Nullable;

/** One way to run tests; which ones there are depends on the project's class path. */
interface TestFramework {
  /**
   * Runs a class or one of its methods.
   *
   * @param method null for the whole class
   * @return false where the framework finds no test there; then nothing was reported
   */
  boolean run(Class<?> type, @Nullable String method);
}
