package dev.mendgate.gateway.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log pattern an event is filed under.
 *
 * @param hash log-pattern hash
 * @param className class whose statement wrote it; null where no statement is known, or those of
 *     several classes are
 * @param formerHashes hashes it replaces
 */
public record EventPattern(String hash, @Nullable String className, List<String> formerHashes) {
  /** Copies the list. */
  public EventPattern {
    formerHashes = List.copyOf(formerHashes);
  }
}
