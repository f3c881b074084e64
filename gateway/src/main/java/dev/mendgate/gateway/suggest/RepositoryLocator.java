package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.habit.PastFixes;
import dev.mendgate.gateway.failure.StackTraceParser;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.LocateOutcome.Reason;
import dev.mendgate.v1.FailureEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Locates failures in one repository: by the frames of the stack trace, else by the place the
 * sender names, else by the statement that wrote the log line. Safe for concurrent use.
 */
public final class RepositoryLocator implements FailureLocator {
  private final GitRepository repository;
  private final String head;
  private final Function<String, PastFixes> pastFixes;
  private final TraceLocator traces;
  private final StatementLocator statements;

  /**
   * Locates at one commit.
   *
   * @param head full id of the commit that is to be repaired
   */
  public RepositoryLocator(
      GitRepository repository, String head, BlameIndex blame, StatementLookup statements) {
    this(repository, head, blame, statements, OwnerRules.DEFAULT, List.of());
  }

  /**
   * As the other one, with what is configured about owners.
   *
   * @param relocations packages that are called otherwise in traces than in the source
   */
  public RepositoryLocator(
      GitRepository repository,
      String head,
      BlameIndex blame,
      StatementLookup statements,
      OwnerRules owners,
      List<Relocation> relocations) {
    this(repository, head, blame, statements, owners, relocations, before -> PastFixes.NONE);
  }

  RepositoryLocator(
      GitRepository repository,
      String head,
      BlameIndex blame,
      StatementLookup statements,
      OwnerRules owners,
      List<Relocation> relocations,
      Function<String, PastFixes> pastFixes) {
    this.pastFixes = pastFixes;
    this.repository = repository;
    this.head = head;
    Lines lines = new Lines(repository.tree(head), blame, owners);
    CrashHistories histories = new CrashHistories(blame, lines.tree());
    this.traces = new TraceLocator(repository, lines, blame, histories, relocations);
    this.statements = new StatementLocator(repository, lines, histories, statements);
  }

  @Override
  public LocateOutcome locate(FailureEvent event) {
    List<String> notes = new ArrayList<>();
    String deployed = deployed(event, notes);
    LocateOutcome outcome = locate(event, deployed);
    if (!(outcome instanceof Located located)) {
      return outcome;
    }
    notes.addAll(0, located.notes());
    Located noted = located.withNotes(notes);
    return noted.sites().isEmpty()
        ? noted
        : noted.withHistory(noted.history().withPastFixes(pastFixes.apply(head)));
  }

  /**
   * Says of each frame of the event's stack trace what became of it, innermost throwable first;
   * empty where it holds no Java trace.
   */
  public List<TracedFrame> frames(FailureEvent event) {
    return StackTraceParser.parse(event.getStackTrace()) instanceof TraceOutcome.Found found
        ? traces.frames(found.trace(), deployed(event, new ArrayList<>()))
        : List.of();
  }

  private LocateOutcome locate(FailureEvent event, String deployed) {
    TraceOutcome trace =
        event.getStackTrace().isBlank()
            ? new TraceOutcome.None()
            : StackTraceParser.parse(event.getStackTrace());
    if (trace instanceof TraceOutcome.NotJava foreign) {
      return new NotLocated(
          Reason.NOT_JAVA,
          "the stack trace is "
              + (foreign.language() == null ? "not Java" : foreign.language())
              + "; only Java failures can be located");
    }
    if (!(trace instanceof TraceOutcome.Found found)) {
      return reported(event, deployed);
    }
    LocateOutcome byFrames = traces.locate(found.trace(), deployed, head, firstSeen(event));
    if (byFrames instanceof Located) {
      return byFrames;
    }
    // The frames may all be a third party's while the project logged the failure itself.
    LocateOutcome whereReported = reported(event, deployed);
    return whereReported instanceof Located ? whereReported : byFrames;
  }

  /** The sender's own word of where it reports from is exact; a message may fit several places. */
  private LocateOutcome reported(FailureEvent event, String deployed) {
    Optional<Located> byReference = traces.locate(event, deployed, head);
    return byReference.isPresent() ? byReference.get() : statements.locate(event, deployed);
  }

  /** An event that tells no time has happened just now. */
  private static Instant firstSeen(FailureEvent event) {
    return event.hasOccurredAt()
        ? Instant.ofEpochSecond(event.getOccurredAt().getSeconds())
        : Instant.now();
  }

  private String deployed(FailureEvent event, List<String> notes) {
    if (!event.getRevision().isBlank()) {
      return repository.resolve(event.getRevision());
    }
    @Nullable String version =
        event.getServiceVersion().isBlank() ? null : event.getServiceVersion();
    Optional<String> tagged = repository.deployed(null, version);
    if (tagged.isEmpty() && version != null) {
      notes.add("no tag is named like version " + version + "; took HEAD for what was deployed");
    }
    return tagged.orElse(head);
  }
}
