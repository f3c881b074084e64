package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statement indexes of the registered repositories that events come for, kept in memory. Each
 * is loaded beside the events, which do not wait for it. Safe for concurrent use.
 */
public final class LoadedStatements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedStatements.class);
  private static final int KEPT = 16;

  private final RepositoryRegistry registry;
  private final ExecutorService loader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "mendgate-statements");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Loaded> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Loaded> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * An index, or none yet.
   *
   * @param commit the one that is loaded, or is to be
   */
  private record Loaded(String commit, Optional<StatementIndex> index) {}

  /** Creates it; loads nothing yet. */
  public LoadedStatements(RepositoryRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns the index of a repository's indexed commit, while it is being loaded that of the one
   * before; empty where there is none yet, or no such repository.
   */
  public Optional<StatementIndex> of(String repository) {
    Optional<RegisteredRepository> known =
        registry.list().stream().filter(r -> r.name().equals(repository)).findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String commit = known.get().headCommit();
    synchronized (kept) {
      Loaded loaded = kept.get(repository);
      if (loaded != null && loaded.commit().equals(commit)) {
        return loaded.index();
      }
      Optional<StatementIndex> before = loaded == null ? Optional.empty() : loaded.index();
      kept.put(repository, new Loaded(commit, before));
      if (!loader.isShutdown()) {
        loader.execute(() -> load(repository, commit));
      }
      return before;
    }
  }

  private void load(String repository, String commit) {
    try {
      IndexedRepository indexed = registry.open(repository);
      StatementIndex index =
          StoredStatements.open(indexed.git().tree(commit), indexed.folder(), IndexProgress.SILENT);
      synchronized (kept) {
        Loaded wanted = kept.get(repository);
        if (wanted != null && wanted.commit().equals(commit)) {
          kept.put(repository, new Loaded(commit, Optional.of(index)));
        }
      }
    } catch (SourceException | IllegalStateException e) {
      // Events are filed by their messages alone until the repository's next commit is indexed.
      LOG.warn("Could not load the statements of {} at {}", repository, commit, e);
    }
  }

  @Override
  public void close() {
    loader.shutdownNow();
  }
}
