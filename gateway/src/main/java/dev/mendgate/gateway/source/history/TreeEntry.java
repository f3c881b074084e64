package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.lib.ObjectId;

/** A place in a raw tree: an entry is its mode in octal, a space, its name, a zero and its id. */
final class TreeEntry {
  private final byte[] tree;
  private int at;
  private int name;
  private int nameEnd;

  TreeEntry(byte[] tree) {
    this.tree = tree;
    parse();
  }

  boolean done() {
    return at >= tree.length;
  }

  void next() {
    at = nameEnd + 1 + IdTable.BYTES;
    parse();
  }

  /** Skips whole entries as long as they end at or before an offset. */
  void skipTo(int offset) {
    while (!done() && nameEnd + 1 + IdTable.BYTES <= offset) {
      next();
    }
  }

  private void parse() {
    if (done()) {
      return;
    }
    name = find((byte) ' ', at) + 1;
    nameEnd = find((byte) 0, name);
    if (nameEnd + IdTable.BYTES >= tree.length) {
      throw malformed();
    }
  }

  private int find(byte wanted, int from) {
    for (int to = from; to < tree.length; to++) {
      if (tree[to] == wanted) {
        return to;
      }
    }
    throw malformed();
  }

  private static UncheckedIOException malformed() {
    return new UncheckedIOException(new IOException("a tree of the repository is malformed"));
  }

  byte[] tree() {
    return tree;
  }

  int at() {
    return at;
  }

  /** Returns where the mode starts; some old tools wrote it with a zero in front. */
  int modeAt() {
    int mode = at;
    while (tree[mode] == '0') {
      mode++;
    }
    return mode;
  }

  int name() {
    return name;
  }

  int nameEnd() {
    return nameEnd;
  }

  int idAt() {
    return nameEnd + 1;
  }

  ObjectId id() {
    return ObjectId.fromRaw(tree, nameEnd + 1);
  }

  /** Says whether it is a folder, whose mode is the only one that starts with 4. */
  boolean isTree() {
    return tree[modeAt()] == '4';
  }

  /** Compares as git orders entries: a folder's name counts as if it ended with a slash. */
  int compareTo(TreeEntry other) {
    int length = Math.min(nameEnd - name, other.nameEnd - other.name);
    for (int i = 0; i < length; i++) {
      int order = (tree[name + i] & 0xff) - (other.tree[other.name + i] & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return charAt(length) - other.charAt(length);
  }

  private int charAt(int index) {
    if (name + index < nameEnd) {
      return tree[name + index] & 0xff;
    }
    return isTree() ? '/' : 0;
  }
}
