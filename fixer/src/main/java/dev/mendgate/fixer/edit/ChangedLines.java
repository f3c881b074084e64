package dev.mendgate.fixer.edit;

import dev.mendgate.fixer.edit.LineChanges.Change;
import dev.mendgate.fixer.source.LineStarts;
import java.util.BitSet;

/** Tells which lines of a patched text a test must run through to have seen the patch. */
public final class ChangedLines {
  private ChangedLines() {}

  /**
   * Returns the lines, from 1 and in the compiler's count, that were added or changed; a mere
   * deletion leaves none.
   */
  public static BitSet of(FileEdit edit) {
    LineChanges lines = LineChanges.of(edit);
    LineStarts starts = LineStarts.of(edit.patched());
    BitSet changed = new BitSet();
    int offset = 0;
    int line = 0;
    for (Change change : lines.changes()) {
      while (line < change.newFrom()) {
        offset += lines.after().get(line++).length();
      }
      while (line < change.newTo()) {
        int from = starts.line(offset);
        offset += lines.after().get(line++).length();
        changed.set(from, starts.line(offset - 1) + 1);
      }
    }
    return changed;
  }
}
