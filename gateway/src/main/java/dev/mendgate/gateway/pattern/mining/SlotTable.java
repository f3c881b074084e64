package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Slots by key. Most places see one value only: those are kept in arrays, and become a {@link Slot}
 * with the second.
 */
final class SlotTable {
  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private byte[] shapes = new byte[1 << 10];
  private int[] templates = new int[1 << 10];
  private @Nullable Slot[] slots = new Slot[1 << 10];
  private int size;

  int size() {
    return size;
  }

  /** Makes a place variable of which nothing but its key is known any more. */
  void open(long key) {
    int at = find(key);
    if (keys[at] != key) {
      slots[at] = Slot.VARIABLE;
      insert(at, key, 0, 0, 0);
    }
  }

  /** Returns the keys of all variable places. */
  long[] variableKeys() {
    long[] found = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      Slot slot = slots[i];
      if (slot != null && slot.isVariable()) {
        found[count++] = keys[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  boolean isVariable(long key) {
    int at = find(key);
    Slot slot = keys[at] == key ? slots[at] : null;
    return slot != null && slot.isVariable();
  }

  /** Notes a value; returns the slot where it now has several values or templates, else null. */
  @Nullable Slot add(Context context, Span span, long key, int shape, int template) {
    long value = context.value(span);
    int at = find(key);
    if (keys[at] != key) {
      insert(at, key, value, shape, template);
      return null;
    }
    Slot slot = slots[at];
    if (slot == null) {
      slot = new Slot(context, span);
      slot.add(values[at], shapes[at], templates[at]);
      slots[at] = slot;
    }
    if (!slot.isVariable()) {
      slot.add(value, shape, template);
    }
    return slot;
  }

  private void insert(int at, long key, long value, int shape, int template) {
    keys[at] = key;
    values[at] = value;
    shapes[at] = (byte) shape;
    templates[at] = template;
    if (++size * 5L > keys.length * 3L) {
      resize();
    }
  }

  /** Returns the index of the key, or the free one where it belongs; no key is 0. */
  private int find(long key) {
    int mask = keys.length - 1;
    int at = (int) key & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void resize() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    byte[] oldShapes = shapes;
    int[] oldTemplates = templates;
    @Nullable Slot[] oldSlots = slots;
    int capacity = 2 * oldKeys.length;
    keys = new long[capacity];
    values = new long[capacity];
    shapes = new byte[capacity];
    templates = new int[capacity];
    slots = Arrays.copyOf(new Slot[0], capacity);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
        shapes[at] = oldShapes[i];
        templates[at] = oldTemplates[i];
        slots[at] = oldSlots[i];
      }
    }
  }
}
