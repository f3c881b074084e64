package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.LastUsed;
import dev.mendgate.gateway.source.LineHistory;
import dev.mendgate.gateway.source.LineMapper;
import dev.mendgate.gateway.source.LineMapping;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
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
  private final List<Relocation> relocations;
  private final Map<String, FrameResolver> resolvers = LastUsed.of(KEPT_COMMITS);

  /**
   * Resolves traces of one repository.
   *
   * @param relocations packages that are called otherwise in traces, beside those that its build
   *     files tell of
   */
  public TraceResolver(
      GitRepository repository, LineHistory history, List<Relocation> relocations) {
    this.repository = repository;
    this.relocations = List.copyOf(relocations);
    this.mapper = new LineMapper(repository, history);
  }

  /**
   * Resolves frames, innermost first.
   *
   * @param deployed full id of the commit that ran
   * @param target full id of the commit that is to be repaired
   */
  public ResolvedTrace resolve(List<Frame> frames, String deployed, String target) {
    Set<String> notes = new LinkedHashSet<>();
    Set<ResolvedTrace.Site> sites = new LinkedHashSet<>();
    List<FrameResolution> resolutions = resolver(deployed).resolve(frames);
    for (FrameResolution resolution : new LinkedHashSet<>(resolutions)) {
      if (resolution instanceof Found found) {
        notes.addAll(found.notes());
        follow(found.frame(), found.best(), deployed, target, notes).ifPresent(sites::add);
      } else if (resolution instanceof Skipped skipped && worthSaying(skipped.reason())) {
        notes.add(skipped.note());
      }
    }
    return new ResolvedTrace(numbered(List.copyOf(sites)), List.copyOf(notes));
  }

  /** Returns what resolves frames of a commit, given by full id. */
  public FrameResolver resolver(String commit) {
    return resolvers.computeIfAbsent(
        commit, c -> new FrameResolver(repository.tree(c), relocations));
  }

  private Optional<ResolvedTrace.Site> follow(
      Frame frame, Candidate at, String deployed, String target, Set<String> notes) {
    LineMapping mapping = mapper.map(deployed, at.path(), at.line(), target);
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
    return reason == Reason.NOT_REPAIRABLE || reason == Reason.NO_LINE || reason == Reason.MISSING;
  }
}
