package dev.mendgate.gateway.source;

import org.jspecify.annotations.Nullable;

/** Where a line of one commit is in another one. */
public sealed interface LineFate {
  /**
   * It is there, unchanged.
   *
   * @param path path in the other commit
   * @param line line there, from 1
   */
  record Present(String path, int line) implements LineFate {}

  /**
   * It is not there.
   *
   * @param path where its file is in the other commit; null where that is gone too
   * @param how what became of it on the way
   * @param in the commit that has it on one side only: that took it out on the way to the present,
   *     that brought it on the way to the past
   */
  record Lost(@Nullable String path, How how, CommitNote in) implements LineFate {}

  /** What became of a line on the way to the present. */
  enum How {
    /** Others stand in its place. */
    CHANGED,
    /** It was taken out. */
    DELETED,
    /** The whole file was taken out. */
    FILE_DELETED
  }
}
