package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;

/**
 * Some lines of a text.
 *
 * @param from the first, from 0
 * @param to the line behind the last
 */
record LineRange(int from, int to) {
  boolean isEmpty() {
    return from >= to;
  }

  /** Says whether edits that led to the text changed any of the lines. */
  boolean touchedBy(Edits edits) {
    for (int i = 0; i < edits.count(); i++) {
      boolean deletedInside =
          edits.beginB(i) == edits.endB(i) && from < edits.beginB(i) && edits.beginB(i) < to;
      if (deletedInside || (edits.beginB(i) < to && from < edits.endB(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the lines of the older text that some lines come from, as small as can be. */
  LineRange before(Edits edits) {
    int first = from;
    int end = to;
    int shiftFirst = 0;
    int shiftEnd = 0;
    for (int i = 0; i < edits.count(); i++) {
      int shift = edits.endA(i) - edits.endB(i);
      if (edits.endB(i) <= from) {
        shiftFirst = shift;
      } else if (edits.beginB(i) < from) {
        first = edits.endB(i);
        shiftFirst = edits.beginA(i) - edits.endB(i);
      }
      if (edits.endB(i) <= to && edits.beginB(i) < to) {
        shiftEnd = shift;
      } else if (edits.beginB(i) < to) {
        end = edits.beginB(i);
        shiftEnd = edits.endA(i) - edits.beginB(i);
      }
    }
    return new LineRange(first + shiftFirst, Math.max(first + shiftFirst, end + shiftEnd));
  }
}
