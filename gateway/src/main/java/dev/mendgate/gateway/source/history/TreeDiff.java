package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Lists the paths at which two trees differ, in git's order. Reads only folders that differ. For
 * one thread.
 */
final class TreeDiff {
  private static final byte[] EMPTY = {};

  /** Is told each difference; paths and ids are parts of arrays that are used again. */
  interface Found {
    /** Takes a path with what it holds in both trees; a side without it is null. */
    void differs(byte[] path, int length, TreeSide before, TreeSide after);
  }

  /** What a path holds in one of the trees; {@code entry} is null where it holds nothing. */
  record TreeSide(byte[] tree, int modeAt, int idAt) {
    static final TreeSide NONE = new TreeSide(EMPTY, -1, -1);

    boolean present() {
      return modeAt >= 0;
    }
  }

  private final TreeCache trees;
  private byte[] path = new byte[256];

  TreeDiff(TreeCache trees) {
    this.trees = trees;
  }

  /** Compares two trees. */
  void diff(ObjectId before, ObjectId after, Found found) throws IOException {
    if (!before.equals(after)) {
      diff(trees.tree(before), trees.tree(after), 0, found);
    }
  }

  /** Lists all that a tree holds, as if it had been compared with an empty one. */
  void all(ObjectId tree, Found found) throws IOException {
    diff(EMPTY, trees.tree(tree), 0, found);
  }

  /** Finds what a path holds in a tree. */
  TreeSide lookup(ObjectId root, byte[] wanted, int length) throws IOException {
    byte[] tree = trees.tree(root);
    int from = 0;
    while (true) {
      int to = from;
      while (to < length && wanted[to] != '/') {
        to++;
      }
      TreeEntry entry = find(tree, wanted, from, to, to < length);
      if (entry == null) {
        return TreeSide.NONE;
      }
      if (to == length) {
        return new TreeSide(tree, entry.modeAt(), entry.idAt());
      }
      tree = trees.tree(entry.id());
      from = to + 1;
    }
  }

  private static @org.jspecify.annotations.Nullable TreeEntry find(
      byte[] tree, byte[] wanted, int from, int to, boolean folder) {
    for (TreeEntry e = new TreeEntry(tree); !e.done(); e.next()) {
      if (e.isTree() == folder && Arrays.equals(wanted, from, to, tree, e.name(), e.nameEnd())) {
        return e;
      }
    }
    return null;
  }

  private void diff(byte[] before, byte[] after, int prefix, Found found) throws IOException {
    TreeEntry a = new TreeEntry(before);
    TreeEntry b = new TreeEntry(after);
    while (!a.done() || !b.done()) {
      skipEqual(a, b);
      if (a.done() && b.done()) {
        return;
      }
      int order = a.done() ? 1 : b.done() ? -1 : a.compareTo(b);
      if (order < 0) {
        single(a, prefix, true, found);
        a.next();
      } else if (order > 0) {
        single(b, prefix, false, found);
        b.next();
      } else {
        both(a, b, prefix, found);
        a.next();
        b.next();
      }
    }
  }

  private static void skipEqual(TreeEntry a, TreeEntry b) {
    if (a.done() || b.done()) {
      return;
    }
    ByteBuffer rest = ByteBuffer.wrap(a.tree(), a.at(), a.tree().length - a.at());
    int equal = rest.mismatch(ByteBuffer.wrap(b.tree(), b.at(), b.tree().length - b.at()));
    int length = equal < 0 ? a.tree().length - a.at() : equal;
    int from = a.at();
    a.skipTo(from + length);
    b.skipTo(b.at() + a.at() - from);
  }

  private void both(TreeEntry a, TreeEntry b, int prefix, Found found) throws IOException {
    boolean sameId =
        Arrays.equals(
            a.tree(),
            a.idAt(),
            a.idAt() + IdTable.BYTES,
            b.tree(),
            b.idAt(),
            b.idAt() + IdTable.BYTES);
    if (a.isTree()) {
      if (!sameId) {
        int length = push(a, prefix, true);
        diff(trees.tree(a.id()), trees.tree(b.id()), length, found);
      }
      return;
    }
    boolean sameKind = a.tree()[a.modeAt() + 1] == b.tree()[b.modeAt() + 1];
    if (!sameId || !sameKind) {
      int length = push(a, prefix, false);
      found.differs(path, length, side(a), side(b));
    }
  }

  private void single(TreeEntry entry, int prefix, boolean removed, Found found)
      throws IOException {
    int length = push(entry, prefix, entry.isTree());
    if (entry.isTree()) {
      byte[] inside = trees.tree(entry.id());
      diff(removed ? inside : EMPTY, removed ? EMPTY : inside, length, found);
      return;
    }
    TreeSide side = side(entry);
    found.differs(path, length, removed ? side : TreeSide.NONE, removed ? TreeSide.NONE : side);
  }

  private static TreeSide side(TreeEntry entry) {
    return new TreeSide(entry.tree(), entry.modeAt(), entry.idAt());
  }

  private int push(TreeEntry entry, int prefix, boolean folder) {
    int name = entry.nameEnd() - entry.name();
    int length = prefix + name + (folder ? 1 : 0);
    if (length > path.length) {
      path = Arrays.copyOf(path, length * 2);
    }
    System.arraycopy(entry.tree(), entry.name(), path, prefix, name);
    if (folder) {
      path[length - 1] = '/';
    }
    return length;
  }
}
