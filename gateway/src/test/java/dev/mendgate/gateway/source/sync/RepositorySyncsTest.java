package dev.mendgate.gateway.source.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.CommitIndex;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.SyncState;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositorySyncsTest {
  private static final Duration TICK = Duration.ofMillis(5);
  private static final Clock CLOCK = Clock.systemUTC();

  private final Path folder;
  private final ScratchRepository scratch;
  private final String first;

  /** Holds a sync up while it indexes, and counts how many do so at a time. */
  private static final class Gate implements CommitIndex {
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile boolean closed;

    @Override
    public long index(
        dev.mendgate.gateway.source.CommitTree tree, Path indexes, IndexProgress progress) {
      visits.incrementAndGet();
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        if (closed) {
          progress.advanced("gate", 1, 2);
          open.await();
        }
        return 0;
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  RepositorySyncsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.first = scratch.write("A.java", "class A {}\n").commit("first");
  }

  private RepositoryRegistry registry(CommitIndex... indexes) {
    return new RepositoryRegistry(
        folder.resolve("data"), RemoteAccess.NONE, List.of(indexes), CLOCK);
  }

  private RegisteredRepository register(RepositoryRegistry registry) {
    String url = scratch.root().toUri().toString();
    return registry.register("shop", url, List.of(), IndexProgress.SILENT);
  }

  private static RepositorySyncs start(RepositoryRegistry registry, Duration interval) {
    SyncPlan plan = new SyncPlan(interval, Duration.ofMillis(20), new Random());
    return RepositorySyncs.start(registry, plan, TICK, CLOCK);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); !condition.getAsBoolean(); ) {
      assertTrue(System.nanoTime() < end, "nothing happened for a minute");
      Thread.sleep(5);
    }
  }

  @Test
  void followsTheRemoteUnasked() throws Exception {
    try (RepositoryRegistry registry = registry()) {
      register(registry);
      try (RepositorySyncs syncs = start(registry, Duration.ofMillis(50))) {
        String second = scratch.write("B.java", "class B {}\n").commit("second");
        await(() -> registry.get("shop").headCommit().equals(second));
        await(() -> syncs.next("shop").isPresent());
      }
    }
  }

  @Test
  void syncsOnRequestOnlyWhereThereIsNoInterval() throws Exception {
    try (RepositoryRegistry registry = registry()) {
      RegisteredRepository shop = register(registry);
      try (RepositorySyncs syncs = start(registry, Duration.ZERO)) {
        assertEquals(Optional.empty(), syncs.next("shop"));
        String second = scratch.write("B.java", "class B {}\n").commit("second");

        syncs.request(shop);

        await(() -> registry.get("shop").headCommit().equals(second));
        await(() -> !registry.syncState("shop").running());
        assertEquals(Optional.empty(), syncs.next("shop"));
      }
    }
  }

  @Test
  void answersFromTheLastGoodIndexWhileASyncRunsAndSyncsAgainForWhoAskedMeanwhile()
      throws Exception {
    Gate gate = new Gate();
    try (RepositoryRegistry registry = registry(gate)) {
      RegisteredRepository shop = register(registry);
      gate.closed = true;
      try (RepositorySyncs syncs = start(registry, Duration.ZERO)) {
        String second = scratch.write("B.java", "class B {}\n").commit("second");
        syncs.request(shop);
        await(() -> registry.syncState("shop").stage().equals("gate"));
        assertEquals(first, registry.head("shop"));
        assertEquals(first, registry.get("shop").headCommit());
        String third = scratch.write("C.java", "class C {}\n").commit("third");
        for (int i = 0; i < 10; i++) {
          syncs.request(shop);
        }

        gate.open.countDown();

        await(() -> registry.get("shop").headCommit().equals(third));
        assertEquals(third, registry.head("shop"));
        assertTrue(!second.equals(third));
        assertEquals(1, gate.most.get());
        assertEquals(3, gate.visits.get());
      }
    }
  }

  @Test
  void keepsTheReasonOfAFailureAndForgetsItOnceItSucceeds() throws Exception {
    try (RepositoryRegistry registry = registry()) {
      register(registry);
      Path away = folder.resolve("away");
      Files.move(scratch.root(), away);
      try (RepositorySyncs syncs = start(registry, Duration.ofMillis(5))) {
        await(() -> registry.syncState("shop").failures() >= 2);
        SyncState state = registry.syncState("shop");
        assertEquals(1, String.valueOf(state.lastError()).lines().count());
        assertEquals(first, registry.head("shop"));

        Files.move(away, scratch.root());
        syncs.request(registry.get("shop"));

        await(() -> registry.syncState("shop").failures() == 0);
        assertEquals(null, registry.syncState("shop").lastError());
      }
    }
  }

  @Test
  void endsARunningSyncWhenItIsClosed() throws Exception {
    Gate gate = new Gate();
    try (RepositoryRegistry registry = registry(gate)) {
      RegisteredRepository shop = register(registry);
      gate.closed = true;
      RepositorySyncs syncs = start(registry, Duration.ZERO);
      syncs.request(shop);
      await(() -> gate.inside.get() == 1);

      syncs.close();

      assertEquals(0, gate.inside.get());
      assertEquals(first, registry.get("shop").headCommit());
    }
  }
}
