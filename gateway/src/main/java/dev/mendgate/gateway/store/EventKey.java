package dev.mendgate.gateway.store;

/** By what an event is recognised when it comes a second time. */
public sealed interface EventKey {
  /** The event of a sender that does not number or otherwise identify its events. */
  EventKey NONE = new Unidentified();

  /**
   * Place in a producer's sequence; numbers at or below the producer's highest one are duplicates.
   *
   * @param producer name of the producer, not empty
   * @param sequence from 1
   */
  record Numbered(String producer, long sequence) implements EventKey {
    /** Checks its arguments. */
    public Numbered {
      if (producer.isEmpty() || sequence < 1) {
        throw new IllegalArgumentException("producer must be named, sequence counts from 1");
      }
    }
  }

  /**
   * A digest of what identifies the occurrence, for transports without numbers.
   *
   * @param digest not empty
   */
  record Digest(String digest) implements EventKey {}

  /** Cannot be recognised again. */
  record Unidentified() implements EventKey {}
}
