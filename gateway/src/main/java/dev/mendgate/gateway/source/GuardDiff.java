package dev.mendgate.gateway.source;

import dev.mendgate.fixer.habit.Guard;
import dev.mendgate.fixer.habit.GuardScan;
import dev.mendgate.fixer.habit.PastFixes.Fix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Reads the guards that a small change added off its text. For one thread. */
final class GuardDiff {
  private static final int MOST_FILES = 3;
  private static final int MOST_ADDED = 12;
  private static final int MOST_REMOVED = 8;
  private static final int LONGEST = 300_000;

  private final ObjectReader reader;

  GuardDiff(ObjectReader reader) {
    this.reader = reader;
  }

  /** Returns the guards of a change; none where it is large, or changes many files. */
  List<Fix> guards(RevCommit before, RevCommit after) throws IOException {
    List<Fix> fixes = new ArrayList<>();
    int files = 0;
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(before.getTree());
      walk.addTree(after.getTree());
      walk.setRecursive(true);
      walk.setFilter(AndTreeFilter.create(TreeFilter.ANY_DIFF, PathSuffixFilter.create(".java")));
      while (walk.next()) {
        String path = walk.getPathString();
        boolean changed = isFile(walk, 0) && isFile(walk, 1);
        if (("/" + path).contains("/test/")) {
          continue;
        }
        if (!changed || ++files > MOST_FILES || path.indexOf('\n') >= 0) {
          return List.of();
        }
        for (Guard guard : guards(walk.getObjectId(0), walk.getObjectId(1))) {
          fixes.add(new Fix(after.name(), path, guard.kind(), guard.shape()));
        }
      }
    }
    return fixes;
  }

  private List<Guard> guards(ObjectId before, ObjectId after) throws IOException {
    if (size(before) > LONGEST || size(after) > LONGEST) {
      return List.of();
    }
    RawText old = text(before);
    RawText now = text(after);
    EditList edits = new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, old, now);
    int added = edits.stream().mapToInt(Edit::getLengthB).sum();
    int removed = edits.stream().mapToInt(Edit::getLengthA).sum();
    if (added == 0 || added > MOST_ADDED || removed > MOST_REMOVED) {
      return List.of();
    }
    List<Guard> guards = new ArrayList<>();
    for (Edit edit : edits) {
      String gone = old.getString(edit.getBeginA(), edit.getEndA(), false);
      List<Guard> known = GuardScan.scan(gone);
      GuardScan.scan(now.getString(edit.getBeginB(), edit.getEndB(), false)).stream()
          .filter(guard -> known.stream().noneMatch(other -> isSame(guard, other)))
          .forEach(guards::add);
    }
    return guards;
  }

  private static boolean isSame(Guard one, Guard other) {
    return one.kind() == other.kind() && one.subject().equals(other.subject());
  }

  private static boolean isFile(TreeWalk walk, int side) {
    return (walk.getRawMode(side) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  private long size(ObjectId blob) throws IOException {
    return reader.getObjectSize(blob, Constants.OBJ_BLOB);
  }

  private RawText text(ObjectId blob) throws IOException {
    return new RawText(reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(LONGEST));
  }
}
