package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.ownership.Mailmap;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code .mailmap} of the commit that HEAD stands at. Where HEAD stands is looked up once a
 * second at most, for a lookup of blame takes less time than that of a reference. Safe for
 * concurrent use.
 */
final class HeadMailmap {
  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final GitRepository repository;
  private volatile State state = new State(Mailmap.NONE, Optional.empty(), 0, false);

  private record State(Mailmap mailmap, Optional<String> head, long checked, boolean read) {}

  HeadMailmap(GitRepository repository) {
    this.repository = repository;
  }

  Mailmap get() {
    State now = state;
    long time = System.nanoTime();
    if (now.read && time - now.checked < FRESH) {
      return now.mailmap;
    }
    Optional<String> head = repository.headIfAny();
    Mailmap mailmap = now.read && head.equals(now.head) ? now.mailmap : Mailmap.of(repository);
    state = new State(mailmap, head, time, true);
    return mailmap;
  }
}
