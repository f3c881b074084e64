package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Answers from git's trees what a history does not hold: all that a merge deleted against a parent
 * other than the first. Numbers it meets for the first time are its own, above those of the
 * history. For one thread.
 */
public final class TreeChanges {
  private final History history;
  private final ObjectReader reader;
  private final TreeDiff diff;

  /** Reads trees of the history's repository. */
  public TreeChanges(History history, ObjectReader reader) {
    this.history = history;
    this.reader = reader;
    this.diff = new TreeDiff(new TreeCache(reader));
  }

  /** Returns path and {@link Entry}, in turn, of what a commit lacks that its parent has. */
  public IntList deleted(int commit, int parent) throws IOException {
    IntList found = new IntList();
    diff.diff(
        tree(history.parent(commit, parent)),
        tree(commit),
        (path, length, before, after) -> {
          if (!after.present()) {
            int number = history.paths().find(path, 0, length);
            int blob = history.blobs().find(before.tree(), before.idAt());
            if (number >= 0 && blob >= 0) {
              found.add(number);
              found.add(Entry.of(blob, before.tree(), before.modeAt()));
            }
          }
        });
    return found;
  }

  /** Returns path and {@link Entry}, in turn, of the files a commit has that its parent lacks. */
  public IntList added(int commit, int parent) throws IOException {
    IntList found = new IntList();
    diff.diff(
        tree(history.parent(commit, parent)),
        tree(commit),
        (path, length, before, after) -> {
          if (!before.present() && Entry.isFile(entry(after))) {
            found.add(history.paths().find(path, 0, length));
            found.add(entry(after));
          }
        });
    return found;
  }

  /** Returns the {@link Entry} of a path. */
  public int entry(int commit, int path) throws IOException {
    byte[] raw = history.paths().raw(path);
    TreeDiff.TreeSide side = diff.lookup(tree(commit), raw, raw.length);
    return side.present() ? entry(side) : Entry.ABSENT;
  }

  /**
   * Returns path and {@link Entry}, in turn, of the files and links of a parent, in git's order.
   *
   * @param all false for those only that the commit deleted or changed, be it their permissions
   */
  public IntList sources(int commit, int parent, boolean all) throws IOException {
    IntList found = new IntList();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(tree(history.parent(commit, parent)));
      if (!all) {
        walk.addTree(tree(commit));
        walk.setFilter(TreeFilter.ANY_DIFF);
      }
      walk.setRecursive(true);
      byte[] mode = new byte[Integer.BYTES * 2];
      while (walk.next()) {
        byte[] path = walk.getRawPath();
        int number = history.paths().find(path, 0, path.length);
        int blob = history.blobs().find(walk.getObjectId(0));
        walk.getFileMode(0).copyTo(mode, 0);
        int entry = Entry.of(blob, mode, 0);
        if (walk.getRawMode(0) != 0 && number >= 0 && blob >= 0 && Entry.isReadable(entry)) {
          found.add(number);
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** Returns path and {@link Entry}, in turn, of all regular files of a commit. */
  public IntList files(int commit) throws IOException {
    IntList found = new IntList();
    diff.all(
        tree(commit),
        (path, length, before, after) -> {
          int blob = history.blobs().find(after.tree(), after.idAt());
          int entry = Entry.of(blob, after.tree(), after.modeAt());
          if (Entry.isFile(entry)) {
            found.add(history.paths().find(path, 0, length));
            found.add(entry);
          }
        });
    return found;
  }

  /** Returns path and {@link Entry}, in turn, of the regular files of a commit at some paths. */
  public IntList files(int commit, BitSet paths) throws IOException {
    IntList found = new IntList();
    ObjectId tree = tree(commit);
    for (int path = paths.nextSetBit(0); path >= 0; path = paths.nextSetBit(path + 1)) {
      byte[] raw = history.paths().raw(path);
      TreeDiff.TreeSide side = diff.lookup(tree, raw, raw.length);
      int entry = side.present() ? entry(side) : Entry.ABSENT;
      if (Entry.isFile(entry)) {
        found.add(path);
        found.add(entry);
      }
    }
    return found;
  }

  private int entry(TreeDiff.TreeSide side) {
    return Entry.of(history.blobs().find(side.tree(), side.idAt()), side.tree(), side.modeAt());
  }

  /** Returns path and {@link Entry} of a regular file; nothing where the commit has none there. */
  public int[] file(int commit, String path) throws IOException {
    byte[] raw = path.getBytes(StandardCharsets.UTF_8);
    TreeDiff.TreeSide found = diff.lookup(tree(commit), raw, raw.length);
    if (!found.present()) {
      return new int[0];
    }
    int entry = entry(found);
    return Entry.isFile(entry)
        ? new int[] {history.paths().find(raw, 0, raw.length), entry}
        : new int[0];
  }

  private ObjectId tree(int commit) throws IOException {
    ObjectId id = history.id(commit);
    return RawCommit.parse(reader.open(id, Constants.OBJ_COMMIT).getCachedBytes(Integer.MAX_VALUE))
        .tree();
  }
}
