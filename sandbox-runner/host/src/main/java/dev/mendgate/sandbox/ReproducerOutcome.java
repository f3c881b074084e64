package dev.mendgate.sandbox;

/**
 * Whether a generated test fails on the unpatched code as the failure did.
 *
 * @param reproduces it failed with the same exception and crash site in every run asked for
 * @param sameMessage the message was the event's too, but for numbers: the same failure, not only
 *     one like it
 * @param summary one sentence
 */
public record ReproducerOutcome(boolean reproduces, boolean sameMessage, String summary) {}
