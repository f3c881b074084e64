package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.failure.Fingerprint;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.failure.TracedThrowable;
import dev.mendgate.gateway.store.NewEvent;
import dev.mendgate.v1.FailureEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read out of a valid event to group and find it by.
 *
 * @param fingerprint names the failure group
 * @param exceptionType class of the exception, empty where there is none
 * @param title one line for people
 * @param patternHash log-pattern hash, empty where there is no log line
 * @param scope what the fingerprint is made of beside the hash, empty for a stack trace's
 * @param formers fingerprints that would have been given without knowledge of the source
 */
record Reading(
    String fingerprint,
    String exceptionType,
    String title,
    String patternHash,
    String scope,
    List<NewEvent.Former> formers) {
  private static final int TITLE_LENGTH = 200;

  /**
   * Reads an event that was found valid.
   *
   * @param repository name of the repository it belongs to, empty where unknown
   */
  static Reading of(FailureEvent event, String repository, PatternSource patterns) {
    TraceOutcome trace = FailureEvents.trace(event);
    TracedThrowable top = trace instanceof TraceOutcome.Found found ? found.trace().top() : null;
    String type = first(event.getExceptionType(), top == null ? null : top.exceptionType());
    String message = first(event.getExceptionMessage(), top == null ? null : top.message());
    EventPattern known = patterns.patternOf(repository, event).orElse(null);
    String own = FailureEvents.logPatternHash(event).orElse("");
    String written = known == null ? null : known.className();
    String logger = written == null ? event.getLogger() : written;
    String hash = known == null ? Fingerprint.patternHash(event, trace) : known.hash();
    String fingerprint = Fingerprint.of(event, trace, logger, hash);
    String scope = Fingerprint.scope(event, trace, logger);
    return new Reading(
        fingerprint,
        type,
        title(event, type, message),
        known == null ? own : known.hash(),
        scope,
        scope.isEmpty() ? List.of() : formers(event, trace, logger, fingerprint, known));
  }

  /** Events like this one may have been filed before its statement was known. */
  private static List<NewEvent.Former> formers(
      FailureEvent event,
      TraceOutcome trace,
      String logger,
      String fingerprint,
      @Nullable EventPattern known) {
    if (known == null) {
      return List.of();
    }
    Set<NewEvent.Former> formers = new LinkedHashSet<>();
    Set<String> hashes = new LinkedHashSet<>();
    hashes.add(known.hash());
    hashes.add(Fingerprint.patternHash(event, trace));
    boolean told = !event.getLogTemplate().isBlank() || !event.getLogPatternHash().isEmpty();
    if (told && !event.getLogMessage().isBlank()) {
      FailureEvent formatted = event.toBuilder().clearLogTemplate().clearLogPatternHash().build();
      hashes.add(Fingerprint.patternHash(formatted, trace));
    }
    hashes.addAll(known.formerHashes());
    for (String hash : hashes) {
      formers.add(former(event, trace, event.getLogger(), hash));
      if (known.className() != null) {
        formers.add(former(event, trace, "", hash));
        formers.add(former(event, trace, logger, hash));
      }
    }
    formers.removeIf(former -> former.group().equals(fingerprint));
    return List.copyOf(formers);
  }

  private static NewEvent.Former former(
      FailureEvent event, TraceOutcome trace, String logger, String hash) {
    return new NewEvent.Former(Fingerprint.of(event, trace, logger, hash), hash);
  }

  private static String first(String told, @Nullable String read) {
    return told.isEmpty() && read != null ? read : told;
  }

  private static String title(FailureEvent event, String type, String message) {
    String exception = message.isBlank() || type.isEmpty() ? type : type + ": " + message;
    String title =
        Stream.of(
                exception,
                event.getLogMessage(),
                event.getLogTemplate(),
                message,
                event.getStackTrace(),
                event.getLogPatternHash())
            .flatMap(text -> text.lines().filter(line -> !line.isBlank()).limit(1))
            .findFirst()
            .orElse("")
            .strip();
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 1) + "…";
  }
}
