package dev.mendgate.gateway.pattern.secret;

/** Looks for one kind of secret about a character that may belong to one. */
interface Detector {
  char OTHER = 1;

  /** Returns the ASCII characters that it is to be asked about. */
  String triggers();

  /**
   * Returns whether it can find anything at a trigger behind these two characters; NUL stands
   * before the text, {@link #OTHER} for all that is not ASCII.
   */
  boolean follows(char second, char first);

  /**
   * Looks whether the character belongs to a secret; says where by {@link Scan#found}.
   *
   * <p>Takes time in proportion to what it finds, or constant time, or remembers in the scan what
   * need not be searched again: texts are hostile.
   */
  boolean find(Scan scan, int at);
}
