package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.CrashSite;
import java.util.List;

/**
 * The frames of a trace that stand in the repository, innermost first.
 *
 * @param sites where they stand in the commit that is to be repaired
 * @param notes what a person should know, one sentence each
 */
public record ResolvedTrace(List<Site> sites, List<String> notes) {
  public ResolvedTrace {
    sites = List.copyOf(sites);
    notes = List.copyOf(notes);
  }

  /**
   * One frame's place.
   *
   * @param crashSite place in the commit that is to be repaired; its depth counts this list
   * @param deployedPath path in the deployed commit
   * @param deployedLine line there, from 1
   * @param exact whether the line is certain: inside the frame's method and unchanged since
   * @param test whether it is a test's source, which is listed only where nothing else is
   */
  public record Site(
      CrashSite crashSite, String deployedPath, int deployedLine, boolean exact, boolean test) {}

  /** Returns the places alone. */
  public List<CrashSite> crashSites() {
    return sites.stream().map(Site::crashSite).toList();
  }
}
