package dev.mendgate.gateway.source.diff;

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
  private int keptCount;

  Side(Text text, int count, int from, int to) {
    this.text = text;
    this.count = count;
    this.from = from;
    this.to = to;
    this.changed = new boolean[count];
  }

  /** Takes the classes of the lines between the ends. */
  void classify(int[] classOfMiddle) {
    this.classes = classOfMiddle;
    this.kept = new int[classOfMiddle.length];
  }

  /** Returns the class of a line between the ends. */
  int lineClass(int line) {
    return classes[line - from];
  }

  /** Lets a line take part in the search for the shortest script. */
  void keep(int line) {
    kept[keptCount++] = line;
  }

  int keptCount() {
    return keptCount;
  }

  int keptClass(int index) {
    return classes[kept[index] - from];
  }

  void change(int fromKept, int toKept) {
    for (int i = fromKept; i < toKept; i++) {
      changed[kept[i]] = true;
    }
  }

  void changeAll() {
    java.util.Arrays.fill(changed, from, to, true);
  }

  /** Returns the first changed line; that behind the common start where none before it is. */
  int firstChanged() {
    for (int line = 0; line < from; line++) {
      if (changed[line]) {
        return line;
      }
    }
    return from;
  }

  boolean same(int line, int other) {
    return text.same(line, text, other);
  }
}
