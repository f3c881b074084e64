package dev.mendgate.fixer.edit;

import dev.mendgate.fixer.edit.LineChanges.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes edits as the unified diff that {@code git apply} takes, byte for byte.
 *
 * <p>Lines keep their endings; a file whose text was read in another charset than UTF-8 must have
 * its diff, from {@link #of(FileEdit)}, written in that charset. An edit of an empty text makes a
 * new file. Format: git's diff-format and diff-generate-patch documentation.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** Returns the diff of several files, in the order given. */
  public static String of(List<FileEdit> edits) {
    StringBuilder out = new StringBuilder();
    edits.forEach(edit -> out.append(of(edit)));
    return out.toString();
  }

  /** Returns the diff of one file; empty where nothing changes. */
  public static String of(FileEdit edit) {
    LineChanges lines = LineChanges.of(edit);
    if (lines.changes().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String from = quoted("a/" + edit.path());
    String to = quoted("b/" + edit.path());
    out.append("diff --git ").append(from).append(' ').append(to).append('\n');
    if (edit.original().isEmpty()) {
      out.append("new file mode 100644\n");
      from = "/dev/null";
    }
    out.append("--- ").append(ended(from)).append("+++ ").append(ended(to));
    hunks(lines.changes()).forEach(hunk -> append(out, hunk, lines));
    return out.toString();
  }

  /** Groups changes whose contexts touch. */
  private static List<List<Change>> hunks(List<Change> changes) {
    List<List<Change>> hunks = new ArrayList<>();
    int last = 0;
    for (Change change : changes) {
      if (hunks.isEmpty() || change.from() - last > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.get(hunks.size() - 1).add(change);
      last = change.to();
    }
    return hunks;
  }

  private static void append(StringBuilder out, List<Change> hunk, LineChanges lines) {
    Change first = hunk.get(0);
    Change last = hunk.get(hunk.size() - 1);
    int lead = Math.min(CONTEXT, first.from());
    int trail = Math.min(CONTEXT, lines.before().size() - last.to());
    int from = first.from() - lead;
    out.append("@@ -").append(span(from, last.to() + trail));
    out.append(" +").append(span(first.newFrom() - lead, last.newTo() + trail)).append(" @@\n");
    for (Change change : hunk) {
      append(out, ' ', lines.before().subList(from, change.from()));
      append(out, '-', lines.before().subList(change.from(), change.to()));
      append(out, '+', lines.after().subList(change.newFrom(), change.newTo()));
      from = change.to();
    }
    append(out, ' ', lines.before().subList(from, last.to() + trail));
  }

  private static void append(StringBuilder out, char mark, List<String> lines) {
    for (String line : lines) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** An empty span is named by the line before it; a length of 1 is left out. */
  private static String span(int from, int to) {
    int length = to - from;
    if (length == 0) {
      return from + ",0";
    }
    return length == 1 ? String.valueOf(from + 1) : (from + 1) + "," + length;
  }

  /** A tab ends a name that holds a space, so that no tool takes what follows for a time stamp. */
  private static String ended(String name) {
    return name.indexOf(' ') >= 0 && !name.startsWith("\"") ? name + "\t\n" : name + "\n";
  }

  private static String quoted(String name) {
    boolean plain = name.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
    if (plain) {
      return name;
    }
    StringBuilder out = new StringBuilder("\"");
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append((char) c);
      } else {
        out.append('\\').append(String.format("%03o", c));
      }
    }
    return out.append('"').toString();
  }
}
