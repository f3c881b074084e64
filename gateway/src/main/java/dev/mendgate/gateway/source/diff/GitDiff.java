package dev.mendgate.gateway.source.diff;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Compares texts line by line, byte for byte, as git does by default; keeps no state. */
public final class GitDiff extends DiffAlgorithm {
  /** The algorithm. */
  public static final GitDiff INSTANCE = new GitDiff();

  private GitDiff() {}

  /**
   * Returns the edits between two texts, in order; lines count from 0.
   *
   * @throws IllegalArgumentException for anything but {@link RawText}
   */
  @Override
  public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S a, S b) {
    if (a instanceof RawText before && b instanceof RawText after) {
      return diff(before, after);
    }
    throw new IllegalArgumentException("only texts are compared");
  }

  @Override
  public <S extends Sequence> EditList diffNonCommon(
      SequenceComparator<? super S> comparator, S a, S b) {
    return diff(comparator, a, b);
  }

  /** Returns the edits between two texts, in order; lines count from 0. */
  public static EditList diff(RawText before, RawText after) {
    byte[] oldBytes = before.getRawContent();
    byte[] newBytes = after.getRawContent();
    int tail = TextLines.commonTail(oldBytes, newBytes);
    TextLines oldText = new TextLines(oldBytes, oldBytes.length - tail);
    TextLines newText = new TextLines(newBytes, newBytes.length - tail);
    LineClasses classes = new LineClasses(oldText, newText);
    Side a = new Side(oldText, classes.of(0));
    Side b = new Side(newText, classes.of(1));
    keepUncommon(a, b, classes);
    Splitter splitter = new Splitter(a, b);
    compare(a, 0, a.keptCount, b, 0, b.keptCount, false, splitter);
    Slider.settle(a, b);
    Slider.settle(b, a);
    return edits(a, b);
  }

  private static void keepUncommon(Side a, Side b, LineClasses classes) {
    int least = Math.min(a.count(), b.count());
    int start = 0;
    while (start < least && a.classes[start] == b.classes[start]) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && a.classes[a.count() - 1 - end] == b.classes[b.count() - 1 - end]) {
      end++;
    }
    Confusion.clear(a, 1, classes, start, a.count() - end);
    Confusion.clear(b, 0, classes, start, b.count() - end);
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

  private static EditList edits(Side a, Side b) {
    EditList edits = new EditList();
    int atA = 0;
    int atB = 0;
    while (atA < a.count() || atB < b.count()) {
      int startA = atA;
      int startB = atB;
      while (atA < a.count() && a.changed[atA]) {
        atA++;
      }
      while (atB < b.count() && b.changed[atB]) {
        atB++;
      }
      if (atA > startA || atB > startB) {
        edits.add(new Edit(startA, atA, startB, atB));
      }
      atA++;
      atB++;
    }
    return edits;
  }
}
