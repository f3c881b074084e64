package dev.mendgate.gateway.source.history;

import java.util.Arrays;

/** A list of numbers that grows at its end; not safe for concurrent use. */
public final class IntList {
  private static final int FIRST = 16;

  private int[] values;
  private int size;

  /** Makes an empty list. */
  public IntList() {
    this.values = new int[FIRST];
  }

  /** Takes over an array that is filled up to {@code size}. */
  public IntList(int[] values, int size) {
    this.values = values;
    this.size = size;
  }

  /** Returns the number of values. */
  public int size() {
    return size;
  }

  /** Returns the value at an index below the size. */
  public int get(int index) {
    return values[index];
  }

  /** Replaces the value at an index below the size. */
  public void set(int index, int value) {
    values[index] = value;
  }

  /** Appends a value. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST, size + (size >> 1)));
    }
    values[size++] = value;
  }

  /** Forgets all values from an index on. */
  public void truncate(int newSize) {
    size = Math.min(size, newSize);
  }

  /** Returns the array behind the list, which is filled up to the size; for reading. */
  public int[] array() {
    return values;
  }
}
