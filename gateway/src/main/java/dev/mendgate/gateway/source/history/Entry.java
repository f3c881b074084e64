package dev.mendgate.gateway.source.history;

/**
 * What a path holds in a commit, in one number: 0 for nothing, else the number of the content's id
 * and its kind. File permissions are left out, for no line depends on them.
 */
public final class Entry {
  /** Nothing is there, or a folder. */
  public static final int ABSENT = 0;

  private static final int KIND_BITS = 2;
  private static final int FILE = 1;
  private static final int LINK = 2;
  private static final int SUBMODULE = 3;

  private Entry() {}

  /** Packs the number of a content's id with a mode as git's trees spell it, in octal. */
  static int of(int blob, byte[] tree, int modeAt) {
    int kind =
        switch (tree[modeAt + 1]) {
          case '2' -> LINK;
          case '6' -> SUBMODULE;
          default -> FILE;
        };
    return blob + 1 << KIND_BITS | kind;
  }

  /** Returns the same entry with its content's id numbered by another table. */
  static int renumbered(int entry, int[] numbers) {
    return entry == ABSENT
        ? ABSENT
        : numbers[blob(entry)] + 1 << KIND_BITS | entry & (1 << KIND_BITS) - 1;
  }

  /** Says whether it is a regular file. */
  public static boolean isFile(int entry) {
    return (entry & (1 << KIND_BITS) - 1) == FILE;
  }

  /** Says whether both are files, links or submodules. */
  public static boolean sameKind(int one, int other) {
    return one != ABSENT && ((one ^ other) & (1 << KIND_BITS) - 1) == 0;
  }

  /** Says whether it has content of its own: a regular file, or a link, whose content is a path. */
  public static boolean isReadable(int entry) {
    int kind = entry & (1 << KIND_BITS) - 1;
    return kind == FILE || kind == LINK;
  }

  /** Returns the number of the content's id. */
  public static int blob(int entry) {
    return (entry >>> KIND_BITS) - 1;
  }
}
