package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.SourceException;

/** An owners file cannot be read; the message names the line. */
public final class OwnersFileException extends SourceException {
  private static final long serialVersionUID = 1;

  OwnersFileException(String message) {
    super(message);
  }
}
