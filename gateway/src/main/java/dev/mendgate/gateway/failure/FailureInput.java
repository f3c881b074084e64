package dev.mendgate.gateway.failure;

import dev.mendgate.v1.FailureEvent;

/** What the reading of a failure file came to. */
public sealed interface FailureInput {
  /** An event to work on. */
  record Event(FailureEvent event) implements FailureInput {}

  /**
   * Nothing to work on.
   *
   * @param reason one line for the user, without the file's name
   */
  record Unusable(String reason) implements FailureInput {}
}
