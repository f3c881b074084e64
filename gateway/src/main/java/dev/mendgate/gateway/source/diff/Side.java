package dev.mendgate.gateway.source.diff;

/** One of the two texts while they are compared: its lines by class, and which are changed. */
final class Side {
  final TextLines text;
  final int[] classes;

  /** Whether a line is changed. */
  final boolean[] changed;

  /** Lines that take part in the search for the shortest script, and how many. */
  final int[] kept;

  int keptCount;

  Side(TextLines text, int[] classes) {
    this.text = text;
    this.classes = classes;
    this.changed = new boolean[classes.length];
    this.kept = new int[classes.length];
  }

  int count() {
    return classes.length;
  }

  int keptClass(int index) {
    return classes[kept[index]];
  }

  void change(int from, int to) {
    for (int i = from; i < to; i++) {
      changed[kept[i]] = true;
    }
  }
}
