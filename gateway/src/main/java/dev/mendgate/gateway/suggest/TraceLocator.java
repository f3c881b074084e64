package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.failure.StackTrace;
import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.frame.FrameResolution;
import dev.mendgate.gateway.source.frame.ResolvedTrace;
import dev.mendgate.gateway.source.frame.TraceResolver;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.LocateOutcome.Reason;
import dev.mendgate.v1.CodeReference;
import dev.mendgate.v1.FailureEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps a stack trace to source lines at HEAD, and those to who last changed them. */
final class TraceLocator {
  private final GitRepository repository;
  private final TraceResolver resolver;
  private final Lines lines;
  private final CrashHistories histories;

  TraceLocator(
      GitRepository repository,
      Lines lines,
      BlameIndex blame,
      CrashHistories histories,
      List<Relocation> relocations) {
    this.repository = repository;
    this.resolver = new TraceResolver(repository, blame, relocations);
    this.histories = histories;
    this.lines = lines;
  }

  /** Looks for the innermost throwable of the chain that has a frame in the repository. */
  LocateOutcome locate(StackTrace trace, String deployed, String head, Instant firstSeen) {
    List<String> skipped = new ArrayList<>();
    for (Failure failure : trace.failures()) {
      ResolvedTrace resolved = resolver.resolve(failure.frames(), deployed, head);
      if (!resolved.sites().isEmpty()) {
        Located located = located(failure, resolved, trace.truncated(), deployed, head);
        return located.withHistory(histories.of(resolved.sites(), deployed, firstSeen));
      }
      skipped.addAll(resolved.notes());
    }
    return notLocated(trace, skipped);
  }

  /** Says of each frame of the chain, innermost throwable first, what became of it. */
  List<TracedFrame> frames(StackTrace trace, String deployed) {
    List<TracedFrame> frames = new ArrayList<>();
    for (Failure failure : trace.failures()) {
      List<FrameResolution> resolved = resolver.resolver(deployed).resolve(failure.frames());
      for (int i = 0; i < resolved.size(); i++) {
        frames.add(
            new TracedFrame(failure.exceptionType(), failure.frames().get(i), resolved.get(i)));
      }
    }
    return List.copyOf(frames);
  }

  /**
   * Looks for the place that the sender itself names. A record is written where a failure is
   * reported, not where it happened: no fix is sought there.
   */
  Optional<Located> locate(FailureEvent event, String deployed, String head) {
    Optional<Frame> frame = frame(event.getCode());
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    ResolvedTrace resolved = resolver.resolve(List.of(frame.get()), deployed, head);
    if (resolved.sites().isEmpty()) {
      return Optional.empty();
    }
    Failure failure = new Failure(event.getExceptionType(), message(event), List.of(frame.get()));
    List<Location> locations = locations(resolved, Location.Found.CODE_REFERENCE);
    return Optional.of(
        new Located(
            repository,
            head,
            deployed,
            failure,
            List.of(),
            locations,
            lines.tree(),
            resolved.notes(),
            CrashHistory.NONE));
  }

  /** Reads {@code code.function.name}, which OpenTelemetry has hold class and method. */
  private static Optional<Frame> frame(CodeReference code) {
    String function = code.getFunctionName();
    int dot = function.lastIndexOf('.');
    if (dot <= 0 || code.getLineNumber() < 1) {
      return Optional.empty();
    }
    String path = code.getFilePath();
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return Optional.of(
        new Frame(
            function.substring(0, dot),
            function.substring(dot + 1),
            file.isEmpty() ? null : file,
            code.getLineNumber()));
  }

  /** Returns what the event says went wrong; null where it says nothing. */
  static @Nullable String message(FailureEvent event) {
    String text =
        event.getExceptionMessage().isEmpty() ? event.getLogMessage() : event.getExceptionMessage();
    return text.isEmpty() ? null : text;
  }

  private List<Location> locations(ResolvedTrace resolved, Location.Found found) {
    return resolved.sites().stream().map(site -> location(site, found)).toList();
  }

  private Located located(
      Failure failure, ResolvedTrace resolved, boolean truncated, String deployed, String head) {
    List<Location> locations = locations(resolved, Location.Found.STACK_FRAME);
    List<String> notes = new ArrayList<>(resolved.notes());
    if (truncated) {
      notes.add("the stack trace is cut off; what is left of it was used");
    }
    return new Located(
        repository,
        head,
        deployed,
        failure,
        resolved.crashSites(),
        locations,
        lines.tree(),
        notes,
        CrashHistory.NONE);
  }

  private Location location(ResolvedTrace.Site site, Location.Found found) {
    CrashSite at = site.crashSite();
    BlamedLine line = lines.blame(at.path(), at.line());
    return new Location(
        at.path(),
        at.line(),
        at.line(),
        at.frame().className(),
        at.frame().method(),
        lines.text(at.path(), at.line()),
        site.deployedLine(),
        line,
        lines.owner(at.path(), at.line(), at.line()),
        found,
        site.exact() ? null : "the line is not certain: the code changed since it was deployed");
  }

  private static NotLocated notLocated(StackTrace trace, List<String> skipped) {
    if (trace.failures().isEmpty()) {
      return new NotLocated(
          Reason.NOTHING_TO_LOCATE,
          "the stack trace has no header that names an exception; give its first line too");
    }
    if (!skipped.isEmpty()) {
      return new NotLocated(
          Reason.NOT_REPAIRABLE, String.join("; ", skipped.stream().distinct().limit(3).toList()));
    }
    return new NotLocated(
        Reason.NO_PROJECT_FRAME,
        "no frame of the stack trace lies in this repository: only platform and third-party"
            + " classes; is it the right repository and revision?");
  }
}
