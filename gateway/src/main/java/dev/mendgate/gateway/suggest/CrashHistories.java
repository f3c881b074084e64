package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitNote;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IgnoredRevisions;
import dev.mendgate.gateway.source.LineChange;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.frame.ResolvedTrace;
import dev.mendgate.gateway.source.ownership.EnclosingMethod;
import dev.mendgate.gateway.suggest.CrashHistory.Suspect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Asks the history about the lines of a trace. */
final class CrashHistories {
  private static final int MOST_CHANGES = 5;

  private final BlameIndex blame;
  private final CommitTree head;
  private final BlameModes modes;

  CrashHistories(BlameIndex blame, CommitTree head) {
    this.blame = blame;
    this.head = head;
    this.modes = BlameModes.ignoring(IgnoredRevisions.inUse(head));
  }

  /**
   * Asks about a trace.
   *
   * @param deployed full id of the commit that ran
   * @param firstSeen when the failure first occurred
   */
  CrashHistory of(List<ResolvedTrace.Site> sites, String deployed, Instant firstSeen) {
    ResolvedTrace.Site best = sites.get(0);
    return new CrashHistory(
        suspect(sites, deployed, firstSeen),
        changes(best.crashSite().path(), best.crashSite().line()));
  }

  /** Among frames of one commit the innermost is named. */
  private @Nullable Suspect suspect(
      List<ResolvedTrace.Site> sites, String deployed, Instant firstSeen) {
    return sites.stream()
        .flatMap(site -> suspect(site, deployed).stream())
        .filter(suspect -> !suspect.commit().committedAt().isAfter(firstSeen))
        .reduce(
            (one, other) ->
                other.commit().committedAt().isAfter(one.commit().committedAt()) ? other : one)
        .orElse(null);
  }

  private Optional<Suspect> suspect(ResolvedTrace.Site site, String deployed) {
    try {
      BlamedLine line = line(deployed, site.deployedPath(), site.deployedLine());
      return Optional.of(
          new Suspect(CommitNote.of(line), site.deployedPath(), site.deployedLine()));
    } catch (SourceException e) {
      return Optional.empty();
    }
  }

  /** A commit that only formatted brings no failure: the one behind it is taken. */
  private BlamedLine line(String deployed, String path, int line) {
    BlamedLine known = blame.blame(deployed, path, line);
    return modes.ignoredRevisions().contains(ObjectId.fromString(known.commit()))
        ? blame.blame(deployed, path, modes).line(line)
        : known;
  }

  /** Returns who changed the method around a line at HEAD. */
  List<LineChange> changes(String path, int line) {
    try {
      return head.read(path)
          .flatMap(text -> EnclosingMethod.of(text, line))
          .map(
              method ->
                  blame.changes(head.commit(), path, method.first(), method.last(), MOST_CHANGES))
          .orElse(List.of());
    } catch (SourceException e) {
      return List.of();
    }
  }
}
