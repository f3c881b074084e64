package dev.mendgate.gateway.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the syncs of a repository go, as far as this process has seen any.
 *
 * @param running one is under way
 * @param stage what it does; empty where none is running
 * @param done of {@code total}
 * @param total steps of the stage
 * @param lastAttempt when the last one began, be it running; null for none
 * @param lastError why the last one that ended has failed, in one line without secrets; null where
 *     it succeeded
 * @param failures those in a row that have failed
 */
public record SyncState(
    boolean running,
    String stage,
    int done,
    int total,
    @Nullable Instant lastAttempt,
    @Nullable String lastError,
    int failures) {
  /** Nothing has happened yet. */
  public static final SyncState NONE = new SyncState(false, "", 0, 0, null, null, 0);

  SyncState begun(Instant now) {
    return new SyncState(true, "", 0, 0, now, lastError, failures);
  }

  SyncState at(String newStage, int newDone, int newTotal) {
    return new SyncState(true, newStage, newDone, newTotal, lastAttempt, lastError, failures);
  }

  SyncState succeeded() {
    return new SyncState(false, "", 0, 0, lastAttempt, null, 0);
  }

  SyncState failed(String error) {
    return new SyncState(false, "", 0, 0, lastAttempt, error, failures + 1);
  }
}
