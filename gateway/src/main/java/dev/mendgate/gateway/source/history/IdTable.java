package dev.mendgate.gateway.source.history;

import java.util.Arrays;
import org.eclipse.jgit.lib.ObjectId;

/** Numbers git object ids from 0 in the order they come; not safe for concurrent writes. */
public final class IdTable {
  /** Words of four bytes an id has. */
  static final int WORDS = 5;

  /** Bytes an id has. */
  static final int BYTES = 20;

  private final IntList words;
  private int[] slots = new int[64];

  /** Makes an empty table. */
  public IdTable() {
    this(new IntList());
  }

  /** Takes over ids, five words each. */
  IdTable(IntList words) {
    this.words = words;
    rehash(Math.max(64, Integer.highestOneBit(Math.max(1, size())) * 4));
  }

  /** Returns the number of ids. */
  public int size() {
    return words.size() / WORDS;
  }

  /** Returns the words of all ids, for storage. */
  IntList words() {
    return words;
  }

  /**
   * Returns the number of an id that starts somewhere in bytes, giving it one where it has none.
   */
  public int intern(byte[] bytes, int at) {
    return intern(
        word(bytes, at),
        word(bytes, at + 4),
        word(bytes, at + 8),
        word(bytes, at + 12),
        word(bytes, at + 16));
  }

  /** Returns the number of another table's id, giving it one where it has none. */
  int intern(IdTable other, int number) {
    int at = number * WORDS;
    IntList w = other.words;
    return intern(w.get(at), w.get(at + 1), w.get(at + 2), w.get(at + 3), w.get(at + 4));
  }

  /** Returns the number of an id, giving it one where it has none. */
  public int intern(ObjectId id) {
    byte[] raw = new byte[BYTES];
    id.copyRawTo(raw, 0);
    return intern(raw, 0);
  }

  /** Returns the number of an id, -1 where it has none. */
  public int find(ObjectId id) {
    byte[] raw = new byte[BYTES];
    id.copyRawTo(raw, 0);
    return find(raw, 0);
  }

  /** Returns the number of an id that starts somewhere in bytes, -1 where it has none. */
  int find(byte[] b, int at) {
    int slot =
        slot(
            word(b, at),
            word(b, at + 4),
            word(b, at + 8),
            word(b, at + 12),
            word(b, at + 16),
            slots);
    return slots[slot] - 1;
  }

  /** Returns the id of a number. */
  public ObjectId id(int number) {
    return ObjectId.fromRaw(words.array(), number * WORDS);
  }

  private int intern(int a, int b, int c, int d, int e) {
    int slot = slot(a, b, c, d, e, slots);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    words.add(a);
    words.add(b);
    words.add(c);
    words.add(d);
    words.add(e);
    slots[slot] = size();
    if (size() * 2 > slots.length) {
      rehash(slots.length * 2);
    }
    return size() - 1;
  }

  private int slot(int a, int b, int c, int d, int e, int[] in) {
    int mask = in.length - 1;
    int slot = (a ^ b) & mask;
    int[] w = words.array();
    while (in[slot] != 0) {
      int at = (in[slot] - 1) * WORDS;
      if (w[at] == a && w[at + 1] == b && w[at + 2] == c && w[at + 3] == d && w[at + 4] == e) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash(int length) {
    int[] fresh = new int[length];
    int[] w = words.array();
    Arrays.fill(fresh, 0);
    for (int number = 0; number < size(); number++) {
      int at = number * WORDS;
      int slot = (w[at] ^ w[at + 1]) & (length - 1);
      while (fresh[slot] != 0) {
        slot = (slot + 1) & (length - 1);
      }
      fresh[slot] = number + 1;
    }
    slots = fresh;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }
}
