package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.ValidationSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tries generated tests on the unpatched code until one fails just as the failure did. */
final class ReproducerSearch {
  private static final int MOST_CONFIRMED = 6;

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
    return calls(located, tried.stream().filter(stress.negate()).toList(), listener)
        .or(() -> confirmed(located, tried.stream().filter(stress).toList(), listener));
  }

  /** Screens all of them in a few JVMs, then lets the likest fail again in JVMs of their own. */
  private Optional<Found> calls(
      Located located, List<Reproducer> tried, SuggestionListener listener) {
    Map<ReproducerTest, Reproducer> attempts = new LinkedHashMap<>();
    tried.forEach(attempt -> attempts.put(test(located, attempt), attempt));
    listener.progress("reproduce", "screening generated tests", 0, tried.size());
    List<Reproducer> likest =
        session.screen(List.copyOf(attempts.keySet())).stream()
            .flatMap(test -> Stream.ofNullable(attempts.get(test)))
            .limit(MOST_CONFIRMED)
            .toList();
    return confirmed(located, likest, listener);
  }

  private Optional<Found> confirmed(
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
        attempt.kind() == Reproducer.Kind.STRESS,
        located.sites().stream()
            .map(frame -> frame.frame().className() + "#" + frame.frame().method())
            .toList());
  }
}
