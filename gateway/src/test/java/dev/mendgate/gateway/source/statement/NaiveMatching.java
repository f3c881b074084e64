package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What fitting means, taken literally: a message fits a template if some arguments make the
 * template a text that, its white space collapsed, is the message. Follows all ways at once through
 * the template's characters and holes; slow, and shares nothing with the matcher.
 */
final class NaiveMatching {
  private static final char HOLE = '\0';

  private NaiveMatching() {}

  static boolean fits(List<String> literals, String message) {
    String template = String.join(String.valueOf(HOLE), literals);
    TreeSet<Integer> at = new TreeSet<>(List.of(0));
    addSpaces(template, at);
    for (char c : Whitespace.collapse(message).toCharArray()) {
      at = behind(template, at, c);
      if (c == ' ') {
        addSpaces(template, at);
      }
    }
    addSpaces(template, at);
    return closed(template, at).contains(template.length());
  }

  /** Adds where any number of spaces leads to, which collapsing has removed. */
  private static void addSpaces(String template, TreeSet<Integer> at) {
    int before = -1;
    while (at.size() > before) {
      before = at.size();
      at.addAll(behind(template, at, ' '));
    }
  }

  private static TreeSet<Integer> behind(String template, TreeSet<Integer> at, char c) {
    TreeSet<Integer> next = new TreeSet<>();
    for (int i : closed(template, at)) {
      if (i < template.length() && template.charAt(i) == HOLE) {
        next.add(i);
      } else if (i < template.length() && template.charAt(i) == c) {
        next.add(i + 1);
      }
    }
    return next;
  }

  /** An argument may be empty. */
  private static TreeSet<Integer> closed(String template, TreeSet<Integer> at) {
    TreeSet<Integer> closed = new TreeSet<>();
    for (int i : at) {
      int end = i;
      while (end < template.length() && template.charAt(end) == HOLE) {
        closed.add(end++);
      }
      closed.add(end);
    }
    return closed;
  }

  /** Returns the statements that fit, in their order. */
  static List<Statement> matching(List<Statement> statements, String message) {
    List<Statement> fitting = new ArrayList<>();
    for (Statement statement : statements) {
      if (fits(statement.literals(), message)) {
        fitting.add(statement);
      }
    }
    return fitting;
  }
}
