package dev.mendgate.gateway.source.history;

import java.io.IOException;

/** A file of an index is not what was written; the index has to be built anew. */
public final class CorruptIndexException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong with which file. */
  public CorruptIndexException(String message) {
    super(message);
  }
}
