package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces cut where edits begin and end.
 *
 * @param passed what is unchanged, as the old text has it
 * @param kept what is changed, as the new text has it
 */
record Cut(List<Piece> passed, List<Piece> kept) {
  /** Cuts pieces of the new text. */
  static Cut of(List<Piece> pieces, Edits edits) {
    Cut cut = new Cut(new ArrayList<>(), new ArrayList<>());
    for (Piece piece : pieces) {
      cut.add(piece, edits);
    }
    return cut;
  }

  private void add(Piece piece, Edits edits) {
    int end = piece.at() + piece.length();
    int at = piece.at();
    for (int edit = firstBehind(at, edits); at < end; edit++) {
      boolean last = edit == edits.count();
      int same = last ? end : Math.min(end, edits.beginB(edit));
      if (same > at) {
        int shift = edit == 0 ? 0 : edits.endA(edit - 1) - edits.endB(edit - 1);
        passed.add(piece.part(at - piece.at(), same - at, at + shift));
        at = same;
      }
      int changed = last ? end : Math.min(end, edits.endB(edit));
      if (changed > at) {
        kept.add(piece.part(at - piece.at(), changed - at));
        at = changed;
      }
    }
  }

  /** Returns the first edit that ends behind a line of the new text. */
  private static int firstBehind(int line, Edits edits) {
    int low = 0;
    int high = edits.count();
    while (low < high) {
      int middle = low + high >>> 1;
      if (edits.endB(middle) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
