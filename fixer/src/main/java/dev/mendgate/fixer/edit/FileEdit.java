package dev.mendgate.fixer.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of one file. Everything outside the edited ranges stays as it is, to the byte.
 *
 * @param path path in the source tree, with {@code /}
 * @param original text before
 * @param edits in order of position, not overlapping; two insertions at one place keep their order
 */
public record FileEdit(String path, String original, List<TextEdit> edits) {
  /**
   * @throws IllegalArgumentException where edits overlap or lie outside the text
   */
  public FileEdit {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    int last = 0;
    for (TextEdit edit : sorted) {
      if (edit.start() < last || edit.end() > original.length()) {
        throw new IllegalArgumentException("edit overlaps or lies outside " + path + ": " + edit);
      }
      last = edit.end();
    }
    edits = List.copyOf(sorted);
  }

  /** Returns the text after the edits. */
  public String patched() {
    StringBuilder out = new StringBuilder(original.length() + 256);
    int from = 0;
    for (TextEdit edit : edits) {
      out.append(original, from, edit.start()).append(edit.replacement());
      from = edit.end();
    }
    return out.append(original, from, original.length()).toString();
  }
}
