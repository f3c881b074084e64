package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.diff.Edits;
import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import java.util.Optional;

/**
 * Follows a line of the deployed commit to the commit that is to be repaired. Line numbers of a
 * stack trace belong to what was deployed. Safe for concurrent use.
 */
public final class LineMapper {
  private final GitRepository repository;
  private final LineHistory history;

  /** Maps lines between commits of one repository. */
  public LineMapper(GitRepository repository, LineHistory history) {
    this.repository = repository;
    this.history = history;
  }

  /**
   * Maps a line, from 1, of a file in one commit to another commit; both are given by full id.
   * Never guesses: a changed line is {@link LineMapping.Near}.
   */
  public LineMapping map(String from, String path, int line, String to) {
    Optional<byte[]> before = repository.tree(from).bytes(path);
    if (before.isEmpty()) {
      return new LineMapping.Gone("the deployed revision has no text file " + path, null);
    }
    Text old = Text.of(before.get());
    if (line < 1 || line > old.count()) {
      return new LineMapping.Gone(
          path + " has " + old.count() + " lines at the deployed revision, so no line " + line,
          null);
    }
    if (from.equals(to)) {
      return new LineMapping.Exact(path, line);
    }
    return repository
        .tree(to)
        .bytes(path)
        .map(after -> place(new Question(from, path, line, to), path, old, Text.of(after)))
        .orElseGet(() -> elsewhere(new Question(from, path, line, to), old));
  }

  /** The line that is asked for, and the commit it is sought in. */
  private record Question(String from, String path, int line, String to) {}

  private LineMapping elsewhere(Question q, Text old) {
    LineFate fate = history.follow(q.from, q.path, q.line, q.to);
    String newPath =
        fate instanceof LineFate.Present present ? present.path() : ((LineFate.Lost) fate).path();
    if (newPath == null) {
      CommitNote in = ((LineFate.Lost) fate).in();
      return new LineMapping.Gone(
          q.path + " was deleted after the deployed revision, in " + described(in), in);
    }
    Optional<byte[]> after = repository.tree(q.to).bytes(newPath);
    if (after.isEmpty()) {
      return new LineMapping.Gone(newPath + " is no text file of readable size any more", null);
    }
    return place(q, newPath, old, Text.of(after.get()));
  }

  /** Places a line by the edits between the two texts. */
  private LineMapping place(Question q, String path, Text old, Text now) {
    Edits edits = GitDiff.diff(old, now);
    int survivor = survivor(q.line - 1, edits);
    return survivor >= 0
        ? new LineMapping.Exact(path, survivor + 1)
        : lost(q, path, old, now, edits);
  }

  private LineMapping lost(Question q, String path, Text old, Text now, Edits edits) {
    LineFate fate = history.follow(q.from, q.path, q.line, q.to);
    CommitNote in = fate instanceof LineFate.Lost lost ? lost.in() : null;
    boolean deleted = fate instanceof LineFate.Lost lost && lost.how() != LineFate.How.CHANGED;
    String reason =
        "line "
            + q.line
            + (deleted ? " was deleted" : " was changed")
            + " after the deployed revision"
            + (in == null ? "" : ", in " + described(in));
    int line = q.line - 1;
    int indent = old.indent(line);
    for (int above = line - 1; above >= 0; above--) {
      int found = survivor(above, edits);
      int width = old.indent(above);
      if (found >= 0 && width >= 0 && (width < indent || indent < 0)) {
        return new LineMapping.Near(path, found + 1, reason, in);
      }
    }
    int beside = Math.max(0, Math.min(placeBeside(line, edits), now.count() - 1));
    return now.count() == 0
        ? new LineMapping.Gone(path + " is empty now", in)
        : new LineMapping.Near(path, beside + 1, reason, in);
  }

  private static String described(CommitNote commit) {
    return commit.shortCommit() + " by " + commit.authorName() + ": " + commit.summary();
  }

  /** Returns where the edit begins that took a line out. */
  private static int placeBeside(int line, Edits edits) {
    for (int i = 0; i < edits.count(); i++) {
      if (line < edits.endA(i)) {
        return edits.beginB(i);
      }
    }
    return 0;
  }

  /** Returns where an unchanged line stands now, or -1 where it is lost too. */
  private static int survivor(int line, Edits edits) {
    int shift = 0;
    for (int i = 0; i < edits.count() && line >= edits.beginA(i); i++) {
      if (line < edits.endA(i)) {
        return -1;
      }
      shift = edits.endB(i) - edits.endA(i);
    }
    return line + shift;
  }
}
