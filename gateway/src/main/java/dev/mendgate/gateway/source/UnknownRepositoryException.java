package dev.mendgate.gateway.source;

/** There is no repository at the path or under the name that was asked for. */
public final class UnknownRepositoryException extends SourceException {
  private static final long serialVersionUID = 1;

  public UnknownRepositoryException(String message) {
    super(message);
  }
}
