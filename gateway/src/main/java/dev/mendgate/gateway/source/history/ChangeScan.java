package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Compares the trees of some commits with those of their parents, with numbers of its own. */
final class ChangeScan {
  /**
   * A commit to compare.
   *
   * @param tree its root tree
   * @param parents the root trees of its parents
   */
  record Trees(ObjectId tree, List<ObjectId> parents) {}

  private final TreeCache cache;
  private final TreeDiff diff;
  private final IdTable blobs = new IdTable();
  private final PathTable paths = new PathTable();
  private final IntList words = new IntList();
  private final IntList ends = new IntList();

  ChangeScan(ObjectReader reader) {
    this.cache = new TreeCache(reader);
    this.diff = new TreeDiff(cache);
  }

  /** Adds the changes of the next commit. */
  void scan(Trees commit) throws IOException {
    if (commit.parents().isEmpty()) {
      diff.all(commit.tree(), (path, length, before, after) -> add(path, length, before, after, 0));
    } else {
      int from = words.size();
      diff.diff(
          commit.parents().get(0),
          commit.tree(),
          (path, length, before, after) ->
              add(path, length, before, after, commit.parents().size()));
      for (int i = 1; i < commit.parents().size(); i++) {
        others(commit, i, from);
      }
    }
    ends.add(words.size());
  }

  private void add(
      byte[] path, int length, TreeDiff.TreeSide before, TreeDiff.TreeSide after, int parents) {
    words.add(paths.intern(path, 0, length));
    words.add(entry(after));
    if (parents > 0) {
      words.add(entry(before));
    }
    for (int i = 1; i < parents; i++) {
      words.add(Entry.ABSENT);
    }
  }

  /** Looks up in a further parent what differs from the first: all else is decided already. */
  private void others(Trees commit, int parent, int from) throws IOException {
    ObjectId tree = commit.parents().get(parent);
    int width = commit.parents().size() + 2;
    boolean same = tree.equals(commit.tree());
    for (int at = from; at < words.size(); at += width) {
      if (same) {
        words.set(at + 2 + parent, words.get(at + 1));
        continue;
      }
      byte[] path = paths.raw(words.get(at));
      words.set(at + 2 + parent, entry(diff.lookup(tree, path, path.length)));
    }
  }

  private int entry(TreeDiff.TreeSide side) {
    return side.present()
        ? Entry.of(blobs.intern(side.tree(), side.idAt()), side.tree(), side.modeAt())
        : Entry.ABSENT;
  }

  /** Hands the changes of one commit to a history, in its numbers. */
  final class Transfer {
    private final int[] blobNumbers = new int[blobs.size()];
    private final int[] pathNumbers = new int[paths.size()];

    Transfer(History history) {
      for (int i = 0; i < blobNumbers.length; i++) {
        blobNumbers[i] = history.blobs().intern(blobs, i);
      }
      for (int i = 0; i < pathNumbers.length; i++) {
        pathNumbers[i] = history.paths().intern(paths, i);
      }
    }

    /** Appends the changes of the commit at an index of this scan, which was added just before. */
    void to(History history, int index, int width) {
      int from = index == 0 ? 0 : ends.get(index - 1);
      int to = ends.get(index);
      int[] out = new int[to - from];
      for (int i = 0; i < out.length; i++) {
        int word = words.get(from + i);
        out[i] = i % width == 0 ? pathNumbers[word] : Entry.renumbered(word, blobNumbers);
      }
      history.addChanges(out, 0, out.length);
    }
  }
}
