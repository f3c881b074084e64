package dev.mendgate.gateway.scan;

import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Place;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.diff.GitDiff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;

/** Tells findings in lines that differ from an earlier commit; a file that moved is all new. */
public final class ChangedSince implements Predicate<Finding> {
  private final CommitTree base;
  private final CommitTree head;
  private final Map<String, List<Edit>> edits = new HashMap<>();

  /** Compares two commits. */
  public ChangedSince(CommitTree base, CommitTree head) {
    this.base = base;
    this.head = head;
  }

  @Override
  public boolean test(Finding finding) {
    Place place = finding.place();
    return edits.computeIfAbsent(place.path(), this::compare).stream()
        .anyMatch(
            edit -> edit.getBeginB() < place.endLine() && place.startLine() <= edit.getEndB());
  }

  private List<Edit> compare(String path) {
    byte[] before = base.bytes(path).orElse(new byte[0]);
    byte[] after = head.bytes(path).orElse(new byte[0]);
    return new ArrayList<>(GitDiff.diff(new RawText(before), new RawText(after)));
  }
}
