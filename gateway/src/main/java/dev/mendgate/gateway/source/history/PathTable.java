package dev.mendgate.gateway.source.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers paths from 0 in the order they come; a path is bytes, as git keeps it. Not safe for
 * concurrent writes.
 */
public final class PathTable {
  private byte[] bytes;
  private final IntList ends;
  private int[] slots = new int[64];

  /** Makes an empty table. */
  public PathTable() {
    this(new byte[1024], new IntList());
  }

  /** Takes over paths that lie one behind the other, and where each ends. */
  PathTable(byte[] bytes, IntList ends) {
    this.bytes = bytes;
    this.ends = ends;
    rehash(Math.max(64, Integer.highestOneBit(Math.max(1, size())) * 4));
  }

  /** Returns the number of paths. */
  public int size() {
    return ends.size();
  }

  /** Returns the bytes of all paths, filled up to {@link #length()}. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns where each path ends. */
  IntList ends() {
    return ends;
  }

  /** Returns the number of bytes all paths have. */
  int length() {
    return size() == 0 ? 0 : ends.get(size() - 1);
  }

  /** Returns the number of a path, giving it one where it has none. */
  public int intern(byte[] path, int from, int to) {
    int slot = slot(path, from, to);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    int start = length();
    int end = start + to - from;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    }
    System.arraycopy(path, from, bytes, start, to - from);
    ends.add(end);
    slots[slot] = size();
    if (size() * 2 > slots.length) {
      rehash(slots.length * 2);
    }
    return size() - 1;
  }

  /** Returns the number of another table's path, giving it one where it has none. */
  int intern(PathTable other, int number) {
    return intern(other.bytes, other.start(number), other.ends.get(number));
  }

  /** Returns the number of a path, -1 where it has none. */
  public int find(String path) {
    byte[] raw = path.getBytes(StandardCharsets.UTF_8);
    return find(raw, 0, raw.length);
  }

  /** Returns the number of a path, -1 where it has none. */
  int find(byte[] path, int from, int to) {
    return slots[slot(path, from, to)] - 1;
  }

  /** Returns a path as text; bytes that are not UTF-8 are replaced. */
  public String path(int number) {
    int start = start(number);
    return new String(bytes, start, ends.get(number) - start, StandardCharsets.UTF_8);
  }

  /** Returns a path's bytes. */
  byte[] raw(int number) {
    return Arrays.copyOfRange(bytes, start(number), ends.get(number));
  }

  /** Says whether two paths have the same last name. */
  public boolean sameName(int one, int other) {
    return Arrays.equals(
        bytes, nameStart(one), ends.get(one), bytes, nameStart(other), ends.get(other));
  }

  /** Compares the bytes of two paths. */
  public int compare(int one, int other) {
    return Arrays.compareUnsigned(
        bytes, start(one), ends.get(one), bytes, start(other), ends.get(other));
  }

  private int nameStart(int number) {
    int start = start(number);
    int at = ends.get(number);
    while (at > start && bytes[at - 1] != '/') {
      at--;
    }
    return at;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends.get(number - 1);
  }

  private int slot(byte[] path, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash(path, from, to) & mask;
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (Arrays.equals(path, from, to, bytes, start(known), ends.get(known))) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash(int length) {
    int[] fresh = new int[length];
    for (int number = 0; number < size(); number++) {
      int slot = hash(bytes, start(number), ends.get(number)) & (length - 1);
      while (fresh[slot] != 0) {
        slot = (slot + 1) & (length - 1);
      }
      fresh[slot] = number + 1;
    }
    slots = fresh;
  }

  private static int hash(byte[] path, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + path[at];
    }
    return hash * 0x9E3779B1 >>> 3;
  }
}
