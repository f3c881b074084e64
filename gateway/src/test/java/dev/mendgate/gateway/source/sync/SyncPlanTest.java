package dev.mendgate.gateway.source.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SyncPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static SyncPlan every(Duration interval) {
    return new SyncPlan(interval, Duration.ofSeconds(2), new Random(7));
  }

  private static void assertNear(Duration expected, Instant due) {
    double share = (double) Duration.between(NOW, due).toMillis() / expected.toMillis();
    assertTrue(share >= 0.9 && share <= 1.1, due + " is not about " + expected + " after " + NOW);
  }

  @Test
  void asksSeldomerWhileARepositoryFailsAndAtLeastOnceAnHour() {
    SyncPlan plan = every(Duration.ofMinutes(5));

    assertNear(Duration.ofMinutes(5), plan.next(NOW, 0));
    assertNear(Duration.ofMinutes(10), plan.next(NOW, 1));
    assertNear(Duration.ofMinutes(40), plan.next(NOW, 3));
    assertNear(Duration.ofHours(1), plan.next(NOW, 4));
    assertNear(Duration.ofHours(1), plan.next(NOW, Integer.MAX_VALUE));
    assertNear(Duration.ofHours(6), every(Duration.ofHours(6)).next(NOW, 9));
  }

  @Test
  void spreadsRepositories() {
    SyncPlan plan = every(Duration.ofMinutes(5));
    Set<Instant> dues = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      dues.add(plan.next(NOW, 0));
    }
    assertTrue(dues.size() > 10, dues.toString());
  }

  @Test
  void goesOnFromTheLastSyncAfterARestart() {
    SyncPlan plan = every(Duration.ofMinutes(5));

    assertNear(Duration.ofMinutes(5), plan.first(NOW, NOW));
    Instant late = plan.first(NOW.minus(Duration.ofDays(3)), NOW);
    assertTrue(!late.isBefore(NOW) && late.isBefore(NOW.plusSeconds(30)), late.toString());
  }

  @Test
  void doesNothingUnaskedWhereTheIntervalIsZero() {
    SyncPlan plan = every(Duration.ZERO);

    assertEquals(Instant.MAX, plan.first(NOW.minus(Duration.ofDays(3)), NOW));
    assertEquals(Instant.MAX, plan.next(NOW, 0));
    assertEquals(NOW.plusSeconds(2), plan.asked(NOW));
  }
}
