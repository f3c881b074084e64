package dev.mendgate.gateway.source;

import org.jspecify.annotations.Nullable;

/** Where a line of one commit stands in another. */
public sealed interface LineMapping {
  /**
   * The same line, unchanged.
   *
   * @param path path in the later commit
   * @param line line there, from 1
   */
  record Exact(String path, int line) implements LineMapping {}

  /**
   * The line itself was changed or deleted; this is the nearest unchanged line that encloses it or
   * stands beside it.
   *
   * @param path path in the later commit
   * @param line line there, from 1
   * @param reason what became of the line, for a person
   * @param lostIn the commit that changed or deleted it; null where that cannot be told
   */
  record Near(String path, int line, String reason, @Nullable CommitNote lostIn)
      implements LineMapping {}

  /**
   * Nothing of the file is left, or there never was such a line.
   *
   * @param reason why, for a person
   * @param lostIn the commit that deleted it; null where that cannot be told
   */
  record Gone(String reason, @Nullable CommitNote lostIn) implements LineMapping {}
}
