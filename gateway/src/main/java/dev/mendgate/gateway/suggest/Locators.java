package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.GuardHistory;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes locators from repositories' indexes and keeps the last few. Safe for concurrent use. */
public final class Locators {
  private static final int KEPT = 16;

  // A part of the time that an answer may take; the next one goes on.
  private static final Duration MINING = Duration.ofMillis(200);

  private final IndexProgress progress;
  private final OwnerRules owners;
  private final List<Relocation> relocations;
  private final Map<Key, RepositoryLocator> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RepositoryLocator> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Makes locators.
   *
   * @param progress hears of indexes that have to be built first
   * @param owners what is configured about owners
   * @param relocations packages that are called otherwise in traces than in the source
   */
  public Locators(IndexProgress progress, OwnerRules owners, List<Relocation> relocations) {
    this.relocations = List.copyOf(relocations);
    this.progress = progress;
    this.owners = owners;
  }

  private record Key(IndexedRepository repository, String head) {}

  /**
   * Returns a locator for one commit.
   *
   * @param head full id of the commit that is to be repaired
   */
  public synchronized RepositoryLocator of(IndexedRepository indexed, String head) {
    return kept.computeIfAbsent(
        new Key(indexed, head),
        key ->
            new RepositoryLocator(
                indexed.git(),
                head,
                indexed.blame(),
                new IndexedStatements(indexed.git().tree(head), indexed.folder(), progress),
                owners,
                relocations,
                new GuardHistory(indexed.git(), indexed.folder(), MINING)::before));
  }
}
