package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds which file of each parent a commit made a version of: the one at the same path, or the one
 * that was renamed. A parent that has the very content is the only one to ask, and of parents with
 * the same content only the first is asked. For one thread.
 */
final class OriginSearch {
  private final History history;
  private final RenameSearch renames;

  /**
   * The files to ask.
   *
   * @param same index of a parent that has the very content, at the only file given; -1 for none
   * @param files by parent; null for a parent that has none, or the content of another
   */
  record Origins(int same, RenameSearch.@Nullable Source[] files) {}

  OriginSearch(History history, RenameSearch renames) {
    this.history = history;
    this.renames = renames;
  }

  /**
   * Returns what to ask about a version that a commit changed.
   *
   * @param change the change's place in the history
   */
  Origins origins(int commit, int change, int path, int entry) throws IOException {
    int parents = history.parents(commit);
    RenameSearch.@Nullable Source[] files = new RenameSearch.Source[parents];
    for (int i = 0; i < parents; i++) {
      if (history.change(change + 2 + i) == entry) {
        return same(i, new RenameSearch.Source(path, entry), files);
      }
    }
    for (int i = 0; i < parents; i++) {
      int before = history.change(change + 2 + i);
      if (Entry.sameKind(before, entry) && !has(files, i, before)) {
        files[i] = new RenameSearch.Source(path, before);
      }
    }
    for (int i = 0; i < parents; i++) {
      if (files[i] != null || history.change(change + 2 + i) != Entry.ABSENT) {
        continue;
      }
      RenameSearch.Source renamed = renames.source(commit, i, path, entry);
      if (renamed != null && renamed.entry() == entry) {
        return same(i, renamed, files);
      }
      if (renamed != null && !has(files, i, renamed.entry())) {
        files[i] = renamed;
      }
    }
    return new Origins(-1, files);
  }

  private static Origins same(
      int parent, RenameSearch.Source file, RenameSearch.@Nullable Source[] files) {
    files[parent] = file;
    return new Origins(parent, files);
  }

  private static boolean has(RenameSearch.@Nullable Source[] files, int count, int entry) {
    for (int i = 0; i < count; i++) {
      RenameSearch.Source file = files[i];
      if (file != null && file.entry() == entry) {
        return true;
      }
    }
    return false;
  }
}
