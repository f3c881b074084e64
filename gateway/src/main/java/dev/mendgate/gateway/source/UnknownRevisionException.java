package dev.mendgate.gateway.source;

/** The repository has no such revision. */
public final class UnknownRevisionException extends SourceException {
  private static final long serialVersionUID = 1;

  UnknownRevisionException(String message) {
    super(message);
  }
}
