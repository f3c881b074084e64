package dev.mendgate.sandbox;

/**
 * Whether a generated test fails on the unpatched code as the failure did.
 *
 * @param reproduces it failed with the same exception and crash site in every run asked for
 * @param summary one sentence
 */
public record ReproducerOutcome(boolean reproduces, String summary) {}
