package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.blame.Ancestry.Step;
import dev.mendgate.gateway.source.diff.Edits;
import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.IntList;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** What files were and became with a step of the history. For one thread. */
final class FileVersions {
  /** What a path holds on one side of a step. */
  record Version(int path, int entry) {}

  private final History history;
  private final Contents contents;
  private final TreeChanges trees;
  private final RenameSearch renames;

  FileVersions(History history, ObjectReader reader) {
    this.history = history;
    this.contents = new Contents(history, reader);
    this.trees = new TreeChanges(history, reader);
    this.renames = new RenameSearch(history, contents, trees);
  }

  /** Returns the first parent with the same content at a path, -1 for none. */
  int sameParent(int commit, int path) {
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
  int parentWithFile(int commit, int path) {
    int change = change(commit, path);
    for (int i = 0; i < history.parents(commit); i++) {
      if (Entry.isFile(history.change(change + 2 + i))) {
        return i;
      }
    }
    return 0;
  }

  /** Returns what a path holds in a commit that changed it; null where that is no file. */
  @Nullable Version current(int commit, int path) {
    int entry = history.change(change(commit, path) + 1);
    return Entry.isFile(entry) ? new Version(path, entry) : null;
  }

  /**
   * Returns what a path holds on the side of a step one comes from; null where the step left it
   * alone, or it is no file.
   *
   * @param back whether one goes to the past
   */
  @Nullable Version changed(Step step, int path, boolean back) throws IOException {
    int before = entryBefore(step, path);
    int after = entryAfter(step, path);
    int here = back ? after : before;
    return before == after || !Entry.isFile(here) ? null : new Version(path, here);
  }

  /** Returns what a file was before a step; null where the step created it. */
  @Nullable Version before(Step step, Version now) throws IOException {
    int entry = entryBefore(step, now.path());
    if (Entry.isFile(entry)) {
      return new Version(now.path(), entry);
    }
    RenameSearch.Source source =
        renames.source(step.commit(), step.parent(), now.path(), now.entry());
    return source == null ? null : new Version(source.path(), source.entry());
  }

  /** Returns what a file is behind a step; null where the step deleted it. */
  @Nullable Version after(Step step, Version then) throws IOException {
    int entry = entryAfter(step, then.path());
    if (Entry.isFile(entry)) {
      return new Version(then.path(), entry);
    }
    IntList added = trees.added(step.commit(), step.parent());
    for (int i = 0; i < added.size(); i += 2) {
      Version candidate = new Version(added.get(i), added.get(i + 1));
      RenameSearch.Source source =
          renames.source(step.commit(), step.parent(), candidate.path(), candidate.entry());
      if (source != null && source.path() == then.path()) {
        return candidate;
      }
    }
    return null;
  }

  private int entryAfter(Step step, int path) throws IOException {
    if (step.parent() != 0) {
      return trees.entry(step.commit(), path);
    }
    int change = change(step.commit(), path);
    return change < 0 ? Entry.ABSENT : history.change(change + 1);
  }

  private int entryBefore(Step step, int path) throws IOException {
    if (step.parent() != 0) {
      return trees.entry(history.parent(step.commit(), step.parent()), path);
    }
    int change = change(step.commit(), path);
    return change < 0 ? Entry.ABSENT : history.change(change + 2);
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

  /** Compares two versions; null where one of them cannot be read. */
  @Nullable Edits edits(Version before, Version after) throws IOException {
    byte[] old = contents.bytes(before.entry());
    byte[] now = contents.bytes(after.entry());
    return old == null || now == null ? null : GitDiff.diff(Text.of(old), Text.of(now));
  }
}
