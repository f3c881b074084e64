package dev.mendgate.gateway.source.diff;

import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;

/** Compares texts line by line, byte for byte, as git does by default; keeps no state. */
public final class GitDiff {
  private static final int BLOCK = 1024;

  private GitDiff() {}

  /** Returns the edits between two texts, in order; lines count from 0. */
  public static EditList diff(RawText before, RawText after) {
    Edits edits = diff(Text.of(before.getRawContent()), Text.of(after.getRawContent()));
    EditList list = new EditList();
    for (int i = 0; i < edits.count(); i++) {
      list.add(new Edit(edits.beginA(i), edits.endA(i), edits.beginB(i), edits.endB(i)));
    }
    return list;
  }

  /** Returns the edits between two texts. */
  public static Edits diff(Text before, Text after) {
    return diff(before, after, Common.of(before.bytes(), after.bytes()));
  }

  /**
   * Returns the edits between two texts.
   *
   * @param common what the texts have in common
   */
  public static Edits diff(Text before, Text after, Common common) {
    int tail = skippedTail(before.bytes(), common.suffix());
    int countA = before.linesBefore(before.length() - tail);
    int countB = after.linesBefore(after.length() - tail);
    int least = Math.min(countA, countB);
    int start = Math.min(least, commonLines(before, after, common.prefix()));
    int end = Math.min(least - start, countA - firstCommonAtEnd(before, after, common.suffix()));
    if (before.ignoresSpace()) {
      start = equalFrom(start, least, before, after);
      end = equalTo(Math.min(end, least - start), countA, countB, least - start, before, after);
    }
    Side a = new Side(before, countA, start, countA - end);
    Side b = new Side(after, countB, start, countB - end);
    if (a.from == a.to || b.from == b.to) {
      a.changeAll();
      b.changeAll();
    } else {
      search(a, b);
    }
    Slider.settle(a, b);
    Slider.settle(b, a);
    return edits(a, b);
  }

  private static int equalFrom(int start, int least, Text a, Text b) {
    int equal = start;
    while (equal < least && a.same(equal, b, equal)) {
      equal++;
    }
    return equal;
  }

  private static int equalTo(int end, int countA, int countB, int most, Text a, Text b) {
    int equal = end;
    while (equal < most && a.same(countA - 1 - equal, b, countB - 1 - equal)) {
      equal++;
    }
    return equal;
  }

  /**
   * Returns how many bytes at the end of both texts need no comparison: git leaves whole blocks
   * out, up to a line's end, before it counts how often a line occurs.
   */
  private static int skippedTail(byte[] text, int suffix) {
    int skipped = suffix / BLOCK * BLOCK;
    int kept = 0;
    while (kept < skipped && text[text.length - skipped + kept++] != '\n') {
      // The line that was cut is compared after all.
    }
    return skipped - kept;
  }

  private static int commonLines(Text a, Text b, int prefix) {
    int lines = Math.min(a.linesBefore(prefix), b.linesBefore(prefix));
    return a.start(lines) == b.start(lines) ? lines : lines - 1;
  }

  /** Returns the first line of the first text with which the common end begins. */
  private static int firstCommonAtEnd(Text a, Text b, int suffix) {
    int fromA = a.length() - suffix;
    int fromB = b.length() - suffix;
    int lineA = a.linesBefore(fromA);
    boolean whole = a.start(lineA) == fromA && b.start(b.linesBefore(fromB)) == fromB;
    return whole ? lineA : a.lineAfter(fromA);
  }

  private static void search(Side a, Side b) {
    LineClasses classes = new LineClasses(a, b);
    Confusion.clear(a, 1, classes);
    Confusion.clear(b, 0, classes);
    compare(a, 0, a.keptCount(), b, 0, b.keptCount(), false, new Splitter(a, b));
  }

  private static void compare(
      Side a, int fromA, int toA, Side b, int fromB, int toB, boolean minimal, Splitter splitter) {
    int startA = fromA;
    int startB = fromB;
    int endA = toA;
    int endB = toB;
    while (startA < endA && startB < endB && a.keptClass(startA) == b.keptClass(startB)) {
      startA++;
      startB++;
    }
    while (startA < endA && startB < endB && a.keptClass(endA - 1) == b.keptClass(endB - 1)) {
      endA--;
      endB--;
    }
    if (startA == endA || startB == endB) {
      a.change(startA, endA);
      b.change(startB, endB);
      return;
    }
    Split split = splitter.split(startA, endA, startB, endB, minimal);
    compare(a, startA, split.a(), b, startB, split.b(), split.lowMinimal(), splitter);
    compare(a, split.a(), endA, b, split.b(), endB, split.highMinimal(), splitter);
  }

  private static Edits edits(Side a, Side b) {
    Edits edits = new Edits();
    int atA = Math.min(a.lowest(), b.lowest());
    int atB = atA;
    while (atA < a.highest() || atB < b.highest()) {
      int startA = atA;
      int startB = atB;
      while (atA < a.count && a.changed[atA]) {
        atA++;
      }
      while (atB < b.count && b.changed[atB]) {
        atB++;
      }
      if (atA > startA || atB > startB) {
        edits.add(startA, atA, startB, atB);
      }
      atA++;
      atB++;
    }
    return edits;
  }
}
