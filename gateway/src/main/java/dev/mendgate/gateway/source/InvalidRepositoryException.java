package dev.mendgate.gateway.source;

/** A repository cannot be registered as asked: its name or location is not acceptable. */
public final class InvalidRepositoryException extends SourceException {
  private static final long serialVersionUID = 1;

  public InvalidRepositoryException(String message) {
    super(message);
  }
}
