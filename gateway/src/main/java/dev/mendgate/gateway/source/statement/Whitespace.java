package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/** Makes messages and literals comparable: log layouts break and indent lines as they like. */
final class Whitespace {
  private Whitespace() {}

  /** Returns the text with one space for each run of white space, and none at its ends. */
  static String collapse(String text) {
    return runs(text).strip();
  }

  /** As {@link #collapse(String)}, for a text with holes between its parts. */
  static List<String> collapse(List<String> literals) {
    List<String> collapsed = new ArrayList<>();
    literals.forEach(literal -> collapsed.add(runs(literal)));
    int last = collapsed.size() - 1;
    collapsed.set(0, collapsed.get(0).stripLeading());
    collapsed.set(last, collapsed.get(last).stripTrailing());
    return List.copyOf(collapsed);
  }

  private static String runs(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = c == ' ' || (c >= '\t' && c <= '\r');
      if (!white || !space) {
        out.append(white ? ' ' : c);
      }
      space = white;
    }
    return out.toString();
  }
}
