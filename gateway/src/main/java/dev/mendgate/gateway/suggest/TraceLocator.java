package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.gateway.failure.StackTrace;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ResolvedTrace;
import dev.mendgate.gateway.source.TraceResolver;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.LocateOutcome.Reason;
import java.util.ArrayList;
import java.util.List;

/** Maps a stack trace to source lines at HEAD, and those to who last changed them. */
final class TraceLocator {
  private final GitRepository repository;
  private final TraceResolver resolver;
  private final Lines lines;

  TraceLocator(GitRepository repository, Lines lines) {
    this.repository = repository;
    this.resolver = new TraceResolver(repository);
    this.lines = lines;
  }

  /** Looks for the innermost throwable of the chain that has a frame in the repository. */
  LocateOutcome locate(StackTrace trace, String deployed, String head) {
    List<String> skipped = new ArrayList<>();
    for (Failure failure : trace.failures()) {
      ResolvedTrace resolved = resolver.resolve(failure.frames(), deployed, head);
      if (!resolved.sites().isEmpty()) {
        return located(failure, resolved, trace.truncated(), deployed, head);
      }
      skipped.addAll(resolved.notes());
    }
    return notLocated(trace, skipped);
  }

  private Located located(
      Failure failure, ResolvedTrace resolved, boolean truncated, String deployed, String head) {
    List<Location> locations = resolved.sites().stream().map(this::location).toList();
    List<String> notes = new ArrayList<>(resolved.notes());
    if (truncated) {
      notes.add("the stack trace is cut off; what is left of it was used");
    }
    return new Located(
        repository, head, deployed, failure, resolved.crashSites(), locations, lines.tree(), notes);
  }

  private Location location(ResolvedTrace.Site site) {
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
        Lines.owner(line),
        Location.Found.STACK_FRAME,
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
