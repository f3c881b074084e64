package dev.mendgate.gateway.source;

import org.jspecify.annotations.Nullable;

/**
 * A repository, revision, path or line cannot be had. The message is one line that says what to do,
 * fit to be shown to a user.
 */
public class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Makes an exception with a message for the user. */
  public SourceException(String message) {
    this(message, null);
  }

  /** Makes an exception with a message for the user and what led to it. */
  public SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
