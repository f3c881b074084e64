package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes messages and literals comparable: log layouts break and indent lines as they like. White
 * space is U+0009 to U+000D and U+0020, as for the log-pattern hash.
 */
final class Whitespace {
  private Whitespace() {}

  /**
   * Returns the text with one space for each run of white space, and none at its ends; the text
   * itself where it is like that already.
   */
  static String collapse(String text) {
    return isCollapsed(text) ? text : withoutLast(withoutFirst(runs(text)));
  }

  /** As {@link #collapse(String)}, for a text with holes between its parts. */
  static List<String> collapse(List<String> literals) {
    List<String> collapsed = new ArrayList<>();
    literals.forEach(literal -> collapsed.add(runs(literal)));
    int last = collapsed.size() - 1;
    collapsed.set(0, withoutFirst(collapsed.get(0)));
    collapsed.set(last, withoutLast(collapsed.get(last)));
    return List.copyOf(collapsed);
  }

  private static boolean isCollapsed(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' && isSpace(c)) {
        if (space || c != ' ') {
          return false;
        }
        space = true;
      } else {
        space = false;
      }
    }
    return !space || text.isEmpty();
  }

  private static String runs(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = isSpace(c);
      if (!white || !space) {
        out.append(white ? ' ' : c);
      }
      space = white;
    }
    return out.toString();
  }

  /** Returns a text that has at most one space at its start without it. */
  static String withoutFirst(String text) {
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  /** Returns a text that has at most one space at its end without it. */
  static String withoutLast(String text) {
    return text.endsWith(" ") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
