package dev.mendgate.gateway.source;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.FrameResolution.Candidate;
import dev.mendgate.gateway.source.FrameResolution.Found;
import dev.mendgate.gateway.source.FrameResolution.Reason;
import dev.mendgate.gateway.source.FrameResolution.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the frames of a trace at the deployed commit and follows them to another one. Keeps what it
 * read of the last few commits; safe for concurrent use.
 */
public final class TraceResolver {
  private static final int KEPT_COMMITS = 4;

  private final GitRepository repository;
  private final LineMapper mapper;
  private final Map<String, FrameResolver> resolvers = LastUsed.of(KEPT_COMMITS);

  /** Resolves traces of one repository. */
  public TraceResolver(GitRepository repository) {
    this.repository = repository;
    this.mapper = new LineMapper(repository);
  }

  /**
   * Resolves frames, innermost first.
   *
   * @param deployed full id of the commit that ran
   * @param target full id of the commit that is to be repaired
   */
  public ResolvedTrace resolve(List<Frame> frames, String deployed, String target) {
    FrameResolver resolver =
        resolvers.computeIfAbsent(deployed, c -> new FrameResolver(repository.tree(c)));
    Set<String> notes = new LinkedHashSet<>();
    List<ResolvedTrace.Site> sites = new ArrayList<>();
    for (Frame frame : new LinkedHashSet<>(frames)) {
      FrameResolution resolution = resolver.resolve(frame);
      if (resolution instanceof Found found) {
        notes.addAll(found.notes());
        follow(frame, found.best(), deployed, target, notes).ifPresent(sites::add);
      } else if (resolution instanceof Skipped skipped && worthSaying(skipped.reason())) {
        notes.add(skipped.note());
      }
    }
    return new ResolvedTrace(numbered(sites), List.copyOf(notes));
  }

  private Optional<ResolvedTrace.Site> follow(
      Frame frame, Candidate at, String deployed, String target, Set<String> notes) {
    LineMapping mapping = mapper.forward(deployed, at.path(), at.line(), target);
    if (mapping instanceof LineMapping.Gone gone) {
      notes.add(gone.reason());
      return Optional.empty();
    }
    if (mapping instanceof LineMapping.Near near) {
      notes.add(near.reason() + "; looking at " + near.path() + ":" + near.line());
      return Optional.of(site(frame, at, near.path(), near.line(), false));
    }
    LineMapping.Exact exact = (LineMapping.Exact) mapping;
    return Optional.of(site(frame, at, exact.path(), exact.line(), at.plausible()));
  }

  private static ResolvedTrace.Site site(
      Frame frame, Candidate at, String path, int line, boolean exact) {
    CrashSite place = new CrashSite(path, line, frame, 0);
    return new ResolvedTrace.Site(place, at.path(), at.line(), exact, at.test());
  }

  /** Leaves test sources out unless there is nothing else, and counts what stays. */
  private static List<ResolvedTrace.Site> numbered(List<ResolvedTrace.Site> sites) {
    boolean onlyTests = sites.stream().allMatch(ResolvedTrace.Site::test);
    List<ResolvedTrace.Site> kept = new ArrayList<>();
    for (ResolvedTrace.Site site : sites) {
      if (site.test() && !onlyTests) {
        continue;
      }
      CrashSite place = site.crashSite();
      CrashSite counted = new CrashSite(place.path(), place.line(), place.frame(), kept.size());
      kept.add(
          new ResolvedTrace.Site(
              counted, site.deployedPath(), site.deployedLine(), site.exact(), site.test()));
    }
    return kept;
  }

  private static boolean worthSaying(Reason reason) {
    return reason == Reason.NOT_REPAIRABLE || reason == Reason.NO_LINE;
  }
}
