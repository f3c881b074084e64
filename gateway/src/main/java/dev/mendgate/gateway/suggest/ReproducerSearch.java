package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.ValidationSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Tries generated tests on the unpatched code until one fails just as the failure did. */
final class ReproducerSearch {
  private final ValidationSession session;
  private final Crew crew;
  private final ProofOptions options;

  ReproducerSearch(ValidationSession session, Crew crew, ProofOptions options) {
    this.session = session;
    this.crew = crew;
    this.options = options;
  }

  /**
   * A generated test that reproduces the failure.
   *
   * @param sameMessage its exception carries the event's message too
   */
  record Found(Reproducer reproducer, ReproducerTest test, boolean sameMessage) {}

  /**
   * Returns the first attempt that fails with the event's own message, else the first that fails
   * with its exception at its crash site, else empty. Tests with many threads come last: what one
   * thread can reproduce is no race, and would fail them for the wrong reason.
   */
  Optional<Found> first(Located located, List<Reproducer> attempts, SuggestionListener listener) {
    if (located.sites().isEmpty()) {
      return Optional.empty();
    }
    List<Reproducer> tried = attempts.subList(0, Math.min(attempts.size(), options.reproducers()));
    Predicate<Reproducer> stress = attempt -> attempt.kind() == Reproducer.Kind.STRESS;
    return search(located, tried.stream().filter(stress.negate()).toList(), listener)
        .or(() -> search(located, tried.stream().filter(stress).toList(), listener));
  }

  private Optional<Found> search(
      Located located, List<Reproducer> tried, SuggestionListener listener) {
    Instant end = Instant.now().plus(options.reproducerTime());
    AtomicInteger done = new AtomicInteger();
    List<Optional<Found>> answers =
        crew.map(
            tried,
            attempt -> {
              if (Instant.now().isAfter(end)) {
                return Optional.<Found>empty();
              }
              Optional<Found> found = attempt(located, attempt);
              listener.progress(
                  "reproduce", attempt.method(), done.incrementAndGet(), tried.size());
              return found;
            },
            found -> found.isPresent() && found.get().sameMessage());
    List<Found> found = answers.stream().flatMap(Optional::stream).toList();
    return found.stream()
        .filter(Found::sameMessage)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private Optional<Found> attempt(Located located, Reproducer attempt) {
    ReproducerTest test = test(located, attempt);
    ReproducerOutcome outcome = session.reproduce(test);
    return outcome.reproduces()
        ? Optional.of(new Found(attempt, test, outcome.sameMessage()))
        : Optional.empty();
  }

  private static ReproducerTest test(Located located, Reproducer attempt) {
    CrashSite site = located.sites().get(0);
    return new ReproducerTest(
        attempt.path(),
        attempt.className(),
        attempt.method(),
        attempt.source(),
        located.failure().exceptionType(),
        located.failure().message(),
        site.frame().className(),
        site.frame().method(),
        site.line(),
        attempt.kind() == Reproducer.Kind.STRESS);
  }
}
