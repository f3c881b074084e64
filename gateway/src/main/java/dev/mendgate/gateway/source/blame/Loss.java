package dev.mendgate.gateway.source.blame;

/** What became of a line that is not there any more. */
public enum Loss {
  /** Others stand in its place. */
  CHANGED,
  /** It was taken out. */
  DELETED,
  /** The whole file was taken out. */
  FILE_DELETED
}
