package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.diff.GitDiff;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The one way in which two versions of a file are compared, for blame and for line mapping. */
final class LineDiff {
  /** The algorithm; it keeps no state. */
  static final DiffAlgorithm ALGORITHM = GitDiff.INSTANCE;

  private LineDiff() {}

  /** Returns the edits that lead from one text to the other, in order; lines count from 0. */
  static EditList between(RawText before, RawText after) {
    return ALGORITHM.diff(RawTextComparator.DEFAULT, before, after);
  }
}
