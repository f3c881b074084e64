package dev.mendgate.sandbox.compile;

import java.util.List;

/** What javac made of some sources. */
public sealed interface Compilation {
  /** All of them compiled. */
  record Compiled() implements Compilation {}

  /**
   * At least one does not compile.
   *
   * @param firstError one line, {@code path:line: message}
   * @param failedSources names of the sources with errors, as they were given to javac; empty where
   *     javac itself gave up
   */
  record Failed(String firstError, List<String> failedSources) implements Compilation {
    public Failed {
      failedSources = List.copyOf(failedSources);
    }
  }
}
