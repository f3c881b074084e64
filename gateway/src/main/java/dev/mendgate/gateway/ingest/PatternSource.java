package dev.mendgate.gateway.ingest;

import dev.mendgate.v1.FailureEvent;
import java.util.Optional;

/** Knows the log patterns of events; never waits for an index that is being built. */
public interface PatternSource {
  /** Knows what the event itself says. */
  PatternSource NONE = (repository, event) -> Optional.empty();

  /**
   * Returns the pattern of an event; empty where nothing is known beyond the event.
   *
   * @param repository name of the repository it belongs to, empty where unknown
   */
  Optional<EventPattern> patternOf(String repository, FailureEvent event);
}
