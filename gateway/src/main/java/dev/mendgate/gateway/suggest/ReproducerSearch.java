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

  /** A generated test that reproduces the failure. */
  record Found(Reproducer reproducer, ReproducerTest test) {}

  /** Returns the first of the attempts that reproduces, or empty. */
  Optional<Found> first(Located located, List<Reproducer> attempts, SuggestionListener listener) {
    if (attempts.isEmpty() || located.sites().isEmpty()) {
      return Optional.empty();
    }
    List<Reproducer> tried = attempts.subList(0, Math.min(attempts.size(), options.reproducers()));
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
            Optional::isPresent);
    return answers.stream().flatMap(Optional::stream).findFirst();
  }

  private Optional<Found> attempt(Located located, Reproducer attempt) {
    ReproducerTest test = test(located, attempt);
    ReproducerOutcome outcome = session.reproduce(test);
    return outcome.reproduces() ? Optional.of(new Found(attempt, test)) : Optional.empty();
  }

  private static ReproducerTest test(Located located, Reproducer attempt) {
    CrashSite site = located.sites().get(0);
    return new ReproducerTest(
        attempt.path(),
        attempt.className(),
        attempt.method(),
        attempt.source(),
        located.failure().exceptionType(),
        site.frame().className(),
        site.frame().method(),
        site.line(),
        attempt.kind() == Reproducer.Kind.STRESS);
  }
}
