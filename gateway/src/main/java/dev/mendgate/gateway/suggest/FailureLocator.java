package dev.mendgate.gateway.suggest;

import dev.mendgate.v1.FailureEvent;

/** First verb: maps a failure event to source lines of one repository. */
public interface FailureLocator {
  /**
   * Locates by stack trace where there is one, else by code reference, log-pattern hash or message.
   *
   * @throws dev.mendgate.gateway.source.SourceException where the repository cannot be read
   */
  LocateOutcome locate(FailureEvent event);
}
