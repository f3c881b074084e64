package dev.mendgate.gateway.config;

/**
 * What a gateway takes of senders and callers.
 *
 * @param messageBytes largest message of any call
 * @param eventBytes largest event
 * @param suggestions answers to SuggestFix and the like that are worked on at a time
 * @param waitingSuggestions answers that may wait for their turn
 */
public record Limits(int messageBytes, int eventBytes, int suggestions, int waitingSuggestions) {
  /** 4 MiB, 1 MiB, two answers at a time, 32 waiting. */
  public static final Limits DEFAULT = new Limits(4 << 20, 1 << 20, 2, 32);
}
