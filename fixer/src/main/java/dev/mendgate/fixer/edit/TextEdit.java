package dev.mendgate.fixer.edit;

/**
 * Replaces the characters {@code [start, end)} of the original text; an insertion has {@code start
 * == end}.
 */
public record TextEdit(int start, int end, String replacement) {
  public TextEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: [" + start + ", " + end + ")");
    }
  }
}
