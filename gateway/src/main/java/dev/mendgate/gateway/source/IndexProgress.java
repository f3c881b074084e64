package dev.mendgate.gateway.source;

/** Is told how far an index is; called from the thread that builds it. */
@FunctionalInterface
public interface IndexProgress {
  /** Says nothing to anybody. */
  IndexProgress SILENT = (stage, done, total) -> {};

  /**
   * Reports a step.
   *
   * @param stage what is being built, such as {@code blame}
   * @param done files done, from 0 to {@code total}
   * @param total files there are
   */
  void advanced(String stage, int done, int total);
}
