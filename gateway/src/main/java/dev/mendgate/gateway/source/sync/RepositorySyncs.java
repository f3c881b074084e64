package dev.mendgate.gateway.source.sync;

import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Syncs registered repositories again and again, and when somebody asks; each at most once at a
 * time, a few side by side. Answers come from the last good index meanwhile.
 */
public final class RepositorySyncs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RepositorySyncs.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int SIDE_BY_SIDE = 2;
  private static final int CLOSE_SECONDS = 10;

  private final RepositoryRegistry registry;
  private final SyncPlan plan;
  private final Clock clock;
  private final Map<String, Due> dues = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(threads("mendgate-sync-timer"));
  private final ExecutorService workers =
      Executors.newFixedThreadPool(SIDE_BY_SIDE, threads("mendgate-sync"));

  /** When one repository is due; guarded by the map. */
  private static final class Due {
    private Instant at;
    private boolean running;
    private boolean asked;

    Due(Instant at) {
      this.at = at;
    }
  }

  private RepositorySyncs(RepositoryRegistry registry, SyncPlan plan, Clock clock) {
    this.registry = registry;
    this.plan = plan;
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param interval between two syncs of a repository; zero for only those that are asked for
   */
  public static RepositorySyncs start(RepositoryRegistry registry, Duration interval, Clock clock) {
    return start(registry, new SyncPlan(interval, PATIENCE, new Random()), TICK, clock);
  }

  static RepositorySyncs start(
      RepositoryRegistry registry, SyncPlan plan, Duration tick, Clock clock) {
    RepositorySyncs syncs = new RepositorySyncs(registry, plan, clock);
    var unused =
        syncs.timer.scheduleWithFixedDelay(
            syncs::submitDue, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    return syncs;
  }

  /**
   * Asks for a sync soon. Those who ask within two seconds share one; who asks while one is running
   * gets another after it, since that one may have missed the news.
   */
  public void request(RegisteredRepository repository) {
    Instant now = clock.instant();
    synchronized (dues) {
      Due due = due(repository, now);
      due.asked = true;
      if (!due.running && due.at.isAfter(plan.asked(now))) {
        due.at = plan.asked(now);
      }
    }
  }

  /** Returns when a repository is synced next; empty where it is not known or never. */
  public Optional<Instant> next(String name) {
    synchronized (dues) {
      return Optional.ofNullable(dues.get(name))
          .filter(due -> !due.running && due.at.isBefore(Instant.MAX))
          .map(due -> due.at);
    }
  }

  private Due due(RegisteredRepository repository, Instant now) {
    return dues.computeIfAbsent(
        repository.name(), name -> new Due(plan.first(repository.indexedAt(), now)));
  }

  private void submitDue() {
    Instant now = clock.instant();
    synchronized (dues) {
      for (RegisteredRepository repository : registry.list()) {
        Due due = due(repository, now);
        if (!due.running && !due.at.isAfter(now)) {
          due.running = true;
          due.asked = false;
          submit(repository.name());
        }
      }
    }
  }

  private void submit(String name) {
    try {
      workers.execute(() -> run(name));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not synced any more: the gateway is stopping", name);
    }
  }

  private void run(String name) {
    try {
      sync(name);
    } finally {
      Instant now = clock.instant();
      synchronized (dues) {
        Due due = dues.get(name);
        if (due != null) {
          due.running = false;
          due.at =
              due.asked ? plan.asked(now) : plan.next(now, registry.syncState(name).failures());
        }
      }
    }
  }

  private void sync(String name) {
    try {
      String before = registry.get(name).headCommit();
      RegisteredRepository synced = registry.sync(name, new LoggedProgress(name, clock));
      if (!synced.headCommit().equals(before)) {
        LOG.info("{} is at {} now, was at {}", name, synced.headCommit(), before);
      }
    } catch (SourceException e) {
      LOG.warn("{} is not up to date: {}", name, e.getMessage());
    } catch (RuntimeException e) {
      if (workers.isShutdown()) {
        LOG.info("The sync of {} was interrupted; the next start takes it up", name);
      } else {
        LOG.error("{} is not up to date", name, e);
      }
    }
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Begins no more syncs and interrupts those that run; what they have done so far is kept. */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
    try {
      workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
