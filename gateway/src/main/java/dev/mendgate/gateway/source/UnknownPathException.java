package dev.mendgate.gateway.source;

/** The commit has no such text file, or the file has no such line. */
public final class UnknownPathException extends SourceException {
  private static final long serialVersionUID = 1;

  UnknownPathException(String message) {
    super(message);
  }
}
