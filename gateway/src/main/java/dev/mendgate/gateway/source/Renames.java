package dev.mendgate.gateway.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which Java file became which between two commits; the last few pairs of commits are kept. */
final class Renames {
  private static final int KEPT = 16;
  private static final int RENAME_LIMIT = 2000;

  /** Share of equal content, in percent, above which git takes a file for a renamed one. */
  private static final int RENAME_SCORE = 50;

  private record Span(String from, String to) {}

  private final GitRepository repository;
  private final Map<Span, Map<String, String>> known = LastUsed.of(KEPT);

  Renames(GitRepository repository) {
    this.repository = repository;
  }

  /** Returns the path a file that is no longer at its place has in the later commit. */
  Optional<String> newPath(String from, String to, String path) throws IOException {
    Span span = new Span(from, to);
    Map<String, String> renamed = known.get(span);
    if (renamed == null) {
      renamed = detect(from, to);
      known.put(span, renamed);
    }
    return Optional.ofNullable(renamed.get(path));
  }

  private Map<String, String> detect(String from, String to) throws IOException {
    try (ObjectReader reader = repository.git().newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(repository.tree(from).tree());
      walk.addTree(repository.tree(to).tree());
      walk.setRecursive(true);
      walk.setFilter(AndTreeFilter.create(PathSuffixFilter.create(".java"), TreeFilter.ANY_DIFF));
      RenameDetector detector = new RenameDetector(repository.git());
      detector.setRenameScore(RENAME_SCORE);
      detector.setRenameLimit(RENAME_LIMIT);
      detector.addAll(DiffEntry.scan(walk));
      Map<String, String> renamed = new HashMap<>();
      for (DiffEntry entry : detector.compute()) {
        if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
          renamed.put(entry.getOldPath(), entry.getNewPath());
        }
      }
      return renamed;
    } catch (MissingObjectException e) {
      // An incomplete clone: without the content, no rename can be told.
      return Map.of();
    }
  }
}
