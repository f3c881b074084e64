package dev.mendgate.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps events and groups through crashes.
 *
 * <p>Safe for use by several threads. Every method throws {@link StoreException} when the disk or
 * the file fails, and {@link IllegalStateException} after {@link #close}.
 */
public interface FailureStore extends AutoCloseable {
  /**
   * Takes events in, in order: one of them in full or, together, all of them.
   *
   * <p>Events of calls that follow each other are written in the order of the calls. An event that
   * is recognised as a duplicate changes nothing. Blocks for a while where too much is waiting.
   *
   * @return done when all of it is on disk, with one element for each event; fails with {@link
   *     StoreException} when none of it is
   * @throws StoreBusyException if the queue stayed full; nothing was taken
   */
  CompletableFuture<List<Appended>> append(List<NewEvent> events);

  /** Returns the highest sequence number on disk for a producer, 0 where there is none. */
  long lastSequence(String producer);

  /**
   * Says that a log-pattern hash was replaced. Groups that were filed under the old one are filed
   * under the new one; those that only the hash kept apart become one. The old hash, and the
   * fingerprints of groups that are gone, stay aliases for good.
   *
   * @param repository only for groups of this repository; empty for those without one
   */
  void replaceHash(String repository, String oldHash, String newHash);

  /** Returns the group with this fingerprint, or the one that it was merged into. */
  Optional<FailureGroup> group(String id);

  /**
   * Lists groups, the one with the newest event first.
   *
   * @param filter which groups
   * @param pageSize at least 1
   * @param pageToken from the page before, of the same list; empty for the first page
   * @throws PageTokenException if the token is not of this list
   */
  GroupPage groups(GroupFilter filter, int pageSize, String pageToken);

  /**
   * Forgets events that were received before a time, and groups that have no others.
   *
   * <p>Counts of the groups that remain, and what producers have sent, stay as they are.
   *
   * @return how many events were forgotten
   */
  long forgetBefore(Instant received);

  /** Returns how many events wait to be written. */
  int queueDepth();

  /** Writes what was taken, then closes the file. */
  @Override
  void close();
}
