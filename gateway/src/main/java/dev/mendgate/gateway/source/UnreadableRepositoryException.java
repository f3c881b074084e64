package dev.mendgate.gateway.source;

/** The repository is there, but part of it is damaged, missing or in a form that is not read. */
public final class UnreadableRepositoryException extends SourceException {
  private static final long serialVersionUID = 1;

  UnreadableRepositoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what could not be read, with the reason on the same line. */
  static UnreadableRepositoryException because(String what, Throwable cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new UnreadableRepositoryException(
        "cannot read " + what + ": " + reason.lines().findFirst().orElse("no reason given"), cause);
  }
}
