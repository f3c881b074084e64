package dev.mendgate.gateway.store;

/**
 * What became of one event that was handed to the store, and is on disk.
 *
 * @param duplicate it had been on disk before, and was not counted again
 * @param group failure group that counted it
 */
public record Appended(boolean duplicate, String group) {}
