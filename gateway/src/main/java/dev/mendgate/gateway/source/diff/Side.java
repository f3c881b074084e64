package dev.mendgate.gateway.source.diff;

import java.util.Arrays;

/**
 * One of the two texts while they are compared: its lines up to what both have in common at the
 * end, and which of them are changed. Only lines between the common ends have a class.
 */
final class Side {
  final Text text;

  /** Number of lines that are looked at. */
  final int count;

  /** First line behind the common start. */
  final int from;

  /** Line behind the last before the common end. */
  final int to;

  /** Whether a line is changed. */
  final boolean[] changed;

  private int[] classes = {};
  private int[] kept = {};
  private int[] keptClasses = {};
  private int keptCount;
  private int lowest;
  private int highest;

  Side(Text text, int count, int from, int to) {
    this.text = text;
    this.count = count;
    this.from = from;
    this.to = to;
    this.changed = new boolean[count];
    this.lowest = from;
    this.highest = to;
  }

  /** Takes the classes of the lines between the ends. */
  void classify(int[] classOfMiddle) {
    this.classes = classOfMiddle;
    this.kept = new int[classOfMiddle.length];
    this.keptClasses = new int[classOfMiddle.length];
  }

  /** Returns the class of a line between the ends. */
  int lineClass(int line) {
    return classes[line - from];
  }

  /** Lets a line take part in the search for the shortest script. */
  void keep(int line) {
    keptClasses[keptCount] = classes[line - from];
    kept[keptCount++] = line;
  }

  int keptCount() {
    return keptCount;
  }

  int keptClass(int index) {
    return keptClasses[index];
  }

  /** Returns the classes of the lines that take part, filled up to their count. */
  int[] keptClasses() {
    return keptClasses;
  }

  void change(int fromKept, int toKept) {
    for (int i = fromKept; i < toKept; i++) {
      changed[kept[i]] = true;
    }
  }

  void changeAll() {
    Arrays.fill(changed, from, to, true);
  }

  /** Returns a line before which none is changed. */
  int lowest() {
    return lowest;
  }

  /** Returns a line from which on none is changed. */
  int highest() {
    return highest;
  }

  /** Takes a line for changed that one of a run was exchanged for. */
  void slideTo(int line) {
    changed[line] = true;
    lowest = Math.min(lowest, line);
    highest = Math.max(highest, line + 1);
  }

  boolean same(int line, int other) {
    return text.same(line, text, other);
  }
}
