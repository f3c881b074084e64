package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;
import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.IntList;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
   * @param commit number of the commit on whose side of the step it is missing; -1 where it is
   *     there
   * @param loss null where it is there
   */
  record End(int path, int line, int commit, @Nullable Loss loss) {}

  /**
   * A commit that changed some lines.
   *
   * @param commit its number
   * @param path number of the path
   * @param from first of the lines as the commit left them, from 0
   * @param to line behind the last
   */
  record Touch(int commit, int path, int from, int to) {}

  /** A step from a commit to one of its parents. */
  private record Step(int commit, int parent) {}

  /** A version of a file on one side of a step. */
  private record Version(int path, int entry) {}

  private final History history;
  private final Contents contents;
  private final TreeChanges trees;
  private final RenameSearch renames;

  Trail(History history, ObjectReader reader) {
    this.history = history;
    this.contents = new Contents(history, reader);
    this.trees = new TreeChanges(history, reader);
    this.renames = new RenameSearch(history, contents, trees);
  }

  /** Follows a line, from 0, between any two commits; by way of their last common ancestor. */
  End follow(int from, int path, int line, int to) throws IOException {
    int base = commonAncestor(from, to);
    if (base < 0) {
      return new End(-1, -1, from, Loss.FILE_DELETED);
    }
    End at = new End(path, line, -1, null);
    for (Step step : steps(from, base)) {
      at = next(at, step, true);
    }
    List<Step> up = steps(to, base);
    for (int i = up.size() - 1; i >= 0; i--) {
      at = next(at, up.get(i), false);
    }
    return at;
  }

  /** Returns the commits that changed any of some lines, from 0, newest first. */
  List<Touch> touches(int commit, int path, int from, int to, int most) throws IOException {
    List<Touch> found = new ArrayList<>();
    int at = commit;
    int place = path;
    int first = from;
    int end = to;
    while (found.size() < most) {
      if (history.parents(at) == 0) {
        found.add(new Touch(at, place, first, end));
        return found;
      }
      int parent = sameParent(at, place);
      if (parent >= 0) {
        at = history.parent(at, parent);
        continue;
      }
      Step step = new Step(at, parentWithFile(at, place));
      Version now = after(step, place);
      Version before = now == null ? null : before(step, now);
      Edits edits = now == null || before == null ? null : edits(before, now);
      if (edits == null || before == null) {
        found.add(new Touch(at, place, first, end));
        return found;
      }
      if (touched(edits, first, end)) {
        found.add(new Touch(at, place, first, end));
      }
      int[] older = older(edits, first, end);
      if (older[0] == older[1]) {
        return found;
      }
      first = older[0];
      end = older[1];
      place = before.path();
      at = history.parent(at, step.parent());
    }
    return found;
  }

  /** Returns the first parent with the same content at a path, -1 for none. */
  private int sameParent(int commit, int path) {
    int change = change(commit, path);
    if (change < 0) {
      return 0;
    }
    for (int i = 0; i < history.parents(commit); i++) {
      if (history.change(change + 2 + i) == history.change(change + 1)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the first parent that has a file at a path, else the first. */
  private int parentWithFile(int commit, int path) {
    int change = change(commit, path);
    for (int i = 0; i < history.parents(commit); i++) {
      if (Entry.isFile(history.change(change + 2 + i))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean touched(Edits edits, int from, int to) {
    for (int i = 0; i < edits.count(); i++) {
      boolean deletedInside =
          edits.beginB(i) == edits.endB(i) && from < edits.beginB(i) && edits.beginB(i) < to;
      if (deletedInside || (edits.beginB(i) < to && from < edits.endB(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the lines of the older text that some lines come from, as small as can be. */
  private static int[] older(Edits edits, int from, int to) {
    int first = from;
    int end = to;
    int shiftFirst = 0;
    int shiftEnd = 0;
    for (int i = 0; i < edits.count(); i++) {
      int shift = edits.endA(i) - edits.endB(i);
      if (edits.endB(i) <= from) {
        shiftFirst = shift;
      } else if (edits.beginB(i) < from) {
        first = edits.endB(i);
        shiftFirst = edits.beginA(i) - edits.endB(i);
      }
      if (edits.endB(i) <= to && edits.beginB(i) < to) {
        shiftEnd = shift;
      } else if (edits.beginB(i) < to) {
        end = edits.beginB(i);
        shiftEnd = edits.endA(i) - edits.beginB(i);
      }
    }
    return new int[] {first + shiftFirst, Math.max(first + shiftFirst, end + shiftEnd)};
  }

  private End next(End at, Step step, boolean back) throws IOException {
    if (at.path() < 0) {
      return at;
    }
    Version here = back ? after(step, at.path()) : beforeAt(step, at.path());
    if (here == null) {
      return at;
    }
    Version there = back ? before(step, here) : laterOf(step, here);
    if (there == null) {
      int commit = at.loss() == null ? step.commit() : at.commit();
      Loss loss = at.loss() == null ? Loss.FILE_DELETED : at.loss();
      return new End(-1, -1, commit, loss);
    }
    if (at.loss() != null) {
      return new End(there.path(), -1, at.commit(), at.loss());
    }
    Edits edits = back ? edits(there, here) : edits(here, there);
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

  /** Returns what a path holds behind a step that changed it; null where it did not. */
  private @Nullable Version after(Step step, int path) throws IOException {
    int entry = entryAfter(step, path);
    return entry == entryBefore(step, path) || !Entry.isFile(entry)
        ? null
        : new Version(path, entry);
  }

  private @Nullable Version beforeAt(Step step, int path) throws IOException {
    int entry = entryBefore(step, path);
    return entry == entryAfter(step, path) || !Entry.isFile(entry)
        ? null
        : new Version(path, entry);
  }

  /** Returns what a file was before a step; null where the step created it. */
  private @Nullable Version before(Step step, Version now) throws IOException {
    int entry = entryBefore(step, now.path());
    if (Entry.isFile(entry)) {
      return new Version(now.path(), entry);
    }
    RenameSearch.Source source =
        renames.source(step.commit(), step.parent(), now.path(), now.entry());
    return source == null ? null : new Version(source.path(), source.entry());
  }

  /** Returns what a file is behind a step; null where the step deleted it. */
  private @Nullable Version laterOf(Step step, Version then) throws IOException {
    int entry = entryAfter(step, then.path());
    if (Entry.isFile(entry)) {
      return new Version(then.path(), entry);
    }
    int[] added = added(step);
    for (int i = 0; i < added.length; i += 2) {
      RenameSearch.Source source =
          renames.source(step.commit(), step.parent(), added[i], added[i + 1]);
      if (source != null && source.path() == then.path()) {
        return new Version(added[i], added[i + 1]);
      }
    }
    return null;
  }

  private int[] added(Step step) throws IOException {
    IntList found = trees.added(step.commit(), step.parent());
    return Arrays.copyOf(found.array(), found.size());
  }

  private int entryAfter(Step step, int path) throws IOException {
    int change = step.parent() == 0 ? change(step.commit(), path) : -1;
    if (step.parent() == 0) {
      return change < 0 ? Entry.ABSENT : history.change(change + 1);
    }
    return trees.entry(step.commit(), path);
  }

  private int entryBefore(Step step, int path) throws IOException {
    if (step.parent() == 0) {
      int change = change(step.commit(), path);
      return change < 0 ? Entry.ABSENT : history.change(change + 2);
    }
    return trees.entry(history.parent(step.commit(), step.parent()), path);
  }

  private int change(int commit, int path) {
    int width = history.parents(commit) + 2;
    for (int at = history.changesFrom(commit); at < history.changesTo(commit); at += width) {
      if (history.change(at) == path) {
        return at;
      }
    }
    return -1;
  }

  private @Nullable Edits edits(Version before, Version after) throws IOException {
    byte[] old = contents.bytes(before.entry());
    byte[] now = contents.bytes(after.entry());
    return old == null || now == null ? null : GitDiff.diff(Text.of(old), Text.of(now));
  }

  private int commonAncestor(int one, int other) {
    BitSet ofOne = ancestors(one);
    BitSet ofOther = ancestors(other);
    ofOne.and(ofOther);
    return ofOne.length() - 1;
  }

  private BitSet ancestors(int commit) {
    BitSet found = new BitSet(commit + 1);
    found.set(commit);
    for (int at = commit; at >= 0; at = found.previousSetBit(at - 1)) {
      for (int i = 0; i < history.parents(at); i++) {
        found.set(history.parent(at, i));
      }
    }
    return found;
  }

  /**
   * Returns the steps from a commit down to an ancestor, by first parents where they lead there.
   */
  private List<Step> steps(int commit, int ancestor) {
    BitSet leads = new BitSet(commit + 1);
    leads.set(ancestor);
    for (int at = ancestor + 1; at <= commit; at++) {
      for (int i = 0; i < history.parents(at) && !leads.get(at); i++) {
        leads.set(at, leads.get(history.parent(at, i)));
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int at = commit; at != ancestor; ) {
      int parent = 0;
      while (!leads.get(history.parent(at, parent))) {
        parent++;
      }
      steps.add(new Step(at, parent));
      at = history.parent(at, parent);
    }
    return steps;
  }
}
