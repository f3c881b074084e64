package dev.mendgate.gateway.source;

/** The name is taken by a repository at another location. */
public final class RepositoryExistsException extends SourceException {
  private static final long serialVersionUID = 1;

  RepositoryExistsException(String message) {
    super(message);
  }
}
