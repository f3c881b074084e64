package dev.mendgate.gateway.store;

import org.jspecify.annotations.Nullable;

/** Says that the store cannot do its work, and what to do about it. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with one line for the user. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
