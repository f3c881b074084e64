package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;

/**
 * Follows a line of the deployed commit to the commit that is to be repaired. Line numbers of a
 * stack trace belong to what was deployed. Safe for concurrent use.
 */
public final class LineMapper {
  private final GitRepository repository;
  private final Renames renames;

  /** Maps lines between commits of one repository. */
  public LineMapper(GitRepository repository) {
    this.repository = repository;
    this.renames = new Renames(repository);
  }

  /**
   * Maps a line, from 1, of a file in one commit to another commit; both are given by full id.
   * Never guesses: a changed line is {@link LineMapping.Near}.
   */
  public LineMapping forward(String from, String path, int line, String to) {
    Optional<byte[]> before = repository.tree(from).bytes(path);
    if (before.isEmpty()) {
      return new LineMapping.Gone("the deployed revision has no text file " + path);
    }
    RawText old = new RawText(before.get());
    if (line < 1 || line > old.size()) {
      return new LineMapping.Gone(
          path + " has " + old.size() + " lines at the deployed revision, so no line " + line);
    }
    if (from.equals(to)) {
      return new LineMapping.Exact(path, line);
    }
    try {
      return follow(from, path, line, to, old);
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("changes of " + path, e);
    }
  }

  private LineMapping follow(String from, String path, int line, String to, RawText old)
      throws IOException {
    CommitTree target = repository.tree(to);
    String newPath = path;
    Optional<byte[]> after = target.bytes(path);
    if (after.isEmpty()) {
      Optional<String> renamed = renames.newPath(from, to, path);
      if (renamed.isEmpty()) {
        return new LineMapping.Gone(path + " was deleted after the deployed revision");
      }
      newPath = renamed.get();
      after = target.bytes(newPath);
    }
    if (after.isEmpty()) {
      return new LineMapping.Gone(newPath + " is no text file of readable size any more");
    }
    RawText now = new RawText(after.get());
    return place(newPath, line - 1, old, now, LineDiff.between(old, now));
  }

  /** Places a line, here from 0, by the edits between the two texts. */
  private static LineMapping place(
      String path, int line, RawText old, RawText now, EditList edits) {
    int shift = 0;
    for (Edit edit : edits) {
      if (line < edit.getBeginA()) {
        break;
      }
      if (line < edit.getEndA()) {
        return lost(path, line, old, edit, edits, now);
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    return new LineMapping.Exact(path, line + shift + 1);
  }

  private static LineMapping lost(
      String path, int line, RawText old, Edit edit, EditList edits, RawText now) {
    String reason =
        "line "
            + (line + 1)
            + (edit.getType() == Edit.Type.DELETE ? " was deleted" : " was changed")
            + " after the deployed revision";
    int indent = indentation(old, line);
    for (int above = line - 1; above >= 0; above--) {
      int found = survivor(above, edits);
      int width = indentation(old, above);
      if (found >= 0 && width >= 0 && (width < indent || indent < 0)) {
        return new LineMapping.Near(path, found + 1, reason);
      }
    }
    int beside = Math.max(0, Math.min(edit.getBeginB(), now.size() - 1));
    return now.size() == 0
        ? new LineMapping.Gone(path + " is empty now")
        : new LineMapping.Near(path, beside + 1, reason);
  }

  /** Returns where an unchanged line stands now, or -1 where it is lost too. */
  private static int survivor(int line, EditList edits) {
    int shift = 0;
    for (Edit edit : edits) {
      if (line < edit.getBeginA()) {
        break;
      }
      if (line < edit.getEndA()) {
        return -1;
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    return line + shift;
  }

  /** Returns the width of the white space a line starts with; -1 for a blank one. */
  private static int indentation(RawText text, int line) {
    String characters = new String(bytes(text, line), StandardCharsets.ISO_8859_1);
    int width = 0;
    for (char c : characters.toCharArray()) {
      if (c == '\t') {
        width += 8 - width % 8;
      } else if (c == ' ') {
        width++;
      } else {
        return c == '\r' ? -1 : width;
      }
    }
    return -1;
  }

  private static byte[] bytes(RawText text, int line) {
    java.nio.ByteBuffer view = text.getRawString(line);
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }
}
