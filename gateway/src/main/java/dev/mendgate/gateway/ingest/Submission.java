package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.v1.FailureEvent;

/**
 * One event as a transport hands it over.
 *
 * @param sequence number that the answer repeats; means nothing to the ingest itself
 * @param key by what the event is recognised when it comes again
 * @param event the event as it was received
 */
public record Submission(long sequence, EventKey key, FailureEvent event) {}
