package dev.mendgate.gateway.source.blame;

/** What a walk found about one file. */
sealed interface FileResult {
  /** The file is no text, or not readable. */
  record NotText(int changedAt, int changedPath) implements FileResult {}

  /** The file is a version whose blame was known already. */
  record Same(KnownFile file) implements FileResult {}

  /**
   * The file's blame.
   *
   * @param changedAt number of the commit with which this version began
   * @param changedPath number of its path there
   * @param lines number of its lines
   */
  record Blamed(int changedAt, int changedPath, int lines, Runs runs) implements FileResult {}
}
