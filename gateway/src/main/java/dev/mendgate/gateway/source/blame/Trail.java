package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.blame.Ancestry.Step;
import dev.mendgate.gateway.source.blame.FileVersions.Version;
import dev.mendgate.gateway.source.diff.Edits;
import dev.mendgate.gateway.source.history.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Follows lines from commit to commit, towards the present or the past, through renames. For one
 * thread.
 */
final class Trail {
  /**
   * Where a line is at the end of its way.
   *
   * @param path number of its path; -1 where the file is gone
   * @param line line from 0; -1 where it is gone
   * @param commit number of the commit that has it on one side only; -1 where it is there
   * @param loss null where it is there
   */
  record End(int path, int line, int commit, @Nullable Loss loss) {
    private End without(int pathNow) {
      return new End(pathNow, -1, commit, loss);
    }
  }

  /**
   * A commit that changed some lines.
   *
   * @param commit its number
   * @param path number of the path
   * @param lines the lines as the commit left them
   */
  record Touch(int commit, int path, LineRange lines) {}

  private final History history;
  private final Ancestry ancestry;
  private final FileVersions versions;

  Trail(History history, ObjectReader reader) {
    this.history = history;
    this.ancestry = new Ancestry(history);
    this.versions = new FileVersions(history, reader);
  }

  /** Follows a line, from 0, between any two commits; by way of their last common ancestor. */
  End follow(int from, int path, int line, int to) throws IOException {
    int base = ancestry.common(from, to);
    if (base < 0) {
      return new End(-1, -1, from, Loss.FILE_DELETED);
    }
    End at = new End(path, line, -1, null);
    for (Step step : ancestry.steps(from, base)) {
      at = next(at, step, true);
    }
    List<Step> up = ancestry.steps(to, base);
    for (int i = up.size() - 1; i >= 0; i--) {
      at = next(at, up.get(i), false);
    }
    return at;
  }

  /** Returns the commits that changed any of some lines, newest first. */
  List<Touch> touches(int commit, int path, LineRange lines, int most) throws IOException {
    List<Touch> found = new ArrayList<>();
    int at = commit;
    int place = path;
    LineRange range = lines;
    while (found.size() < most && !range.isEmpty()) {
      int same = history.parents(at) == 0 ? -1 : versions.sameParent(at, place);
      if (same >= 0) {
        at = history.parent(at, same);
        continue;
      }
      Version now = history.parents(at) == 0 ? null : versions.current(at, place);
      Step step = new Step(at, now == null ? 0 : versions.parentWithFile(at, place));
      Version before = now == null ? null : versions.before(step, now);
      Edits edits = now == null || before == null ? null : versions.edits(before, now);
      if (before == null || edits == null || range.touchedBy(edits)) {
        found.add(new Touch(at, place, range));
      }
      if (before == null || edits == null) {
        return found;
      }
      range = range.before(edits);
      place = before.path();
      at = history.parent(at, step.parent());
    }
    return found;
  }

  private End next(End at, Step step, boolean back) throws IOException {
    Version here = at.path() < 0 ? null : versions.changed(step, at.path(), back);
    if (here == null) {
      return at;
    }
    Version there = back ? versions.before(step, here) : versions.after(step, here);
    if (at.loss() != null) {
      return at.without(there == null ? -1 : there.path());
    }
    if (there == null) {
      return new End(-1, -1, step.commit(), Loss.FILE_DELETED);
    }
    Edits edits = back ? versions.edits(there, here) : versions.edits(here, there);
    return edits == null
        ? new End(there.path(), -1, step.commit(), Loss.CHANGED)
        : moved(edits, at.line(), step.commit(), there.path(), back);
  }

  private static End moved(Edits edits, int line, int commit, int path, boolean back) {
    int shift = 0;
    for (int i = 0; i < edits.count(); i++) {
      int begin = back ? edits.beginB(i) : edits.beginA(i);
      int end = back ? edits.endB(i) : edits.endA(i);
      int otherBegin = back ? edits.beginA(i) : edits.beginB(i);
      int otherEnd = back ? edits.endA(i) : edits.endB(i);
      if (line < begin) {
        break;
      }
      if (line < end) {
        return new End(path, -1, commit, otherBegin == otherEnd ? Loss.DELETED : Loss.CHANGED);
      }
      shift = otherEnd - end;
    }
    return new End(path, line + shift, -1, null);
  }
}
