package dev.mendgate.gateway.source;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps the state of each repository's syncs for whoever asks while they run. */
final class SyncStates {
  private final Map<String, SyncState> states = new ConcurrentHashMap<>();
  private final Clock clock;

  SyncStates(Clock clock) {
    this.clock = clock;
  }

  SyncState of(String name) {
    return states.getOrDefault(name, SyncState.NONE);
  }

  /** Does a sync and watches it. */
  RegisteredRepository watch(
      String name, IndexProgress progress, Function<IndexProgress, RegisteredRepository> sync) {
    states.put(name, of(name).begun(clock.instant()));
    try {
      RegisteredRepository synced =
          sync.apply(
              (stage, done, total) -> {
                states.computeIfPresent(name, (n, state) -> state.at(stage, done, total));
                progress.advanced(stage, done, total);
              });
      states.put(name, of(name).succeeded());
      return synced;
    } catch (SourceException e) {
      states.put(name, of(name).failed(e.getMessage()));
      throw e;
    } catch (RuntimeException | Error e) {
      states.put(name, of(name).failed("unforeseen, see the gateway's log"));
      throw e;
    }
  }

  /** Forgets what never became a repository. */
  void forget(String name) {
    states.remove(name);
  }
}
