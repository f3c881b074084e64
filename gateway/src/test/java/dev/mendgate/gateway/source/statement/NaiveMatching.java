package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What fitting means, taken literally: a message fits a template if some arguments make the
 * template a text that, its white space collapsed, is the message. Follows all ways at once through
 * the template's characters and holes; slow, and shares nothing with the matcher.
 */
final class NaiveMatching {
  private static final char HOLE = '\0';

  private final String template;

  /** Whether a way through the message so far leads to each place in the template. */
  private boolean[] at;

  private NaiveMatching(List<String> literals) {
    template = String.join(String.valueOf(HOLE), literals);
    at = new boolean[template.length() + 1];
    at[0] = true;
    close();
  }

  static boolean fits(List<String> literals, String message) {
    NaiveMatching naive = new NaiveMatching(literals);
    naive.addSpaces();
    String text = Whitespace.collapse(message);
    for (int i = 0; i < text.length(); i++) {
      naive.at = naive.behind(text.charAt(i));
      naive.close();
      if (text.charAt(i) == ' ') {
        naive.addSpaces();
      }
    }
    naive.addSpaces();
    return naive.at[naive.template.length()];
  }

  /** Adds where any number of spaces leads to, which collapsing has removed. */
  private void addSpaces() {
    boolean[] before;
    do {
      before = at.clone();
      boolean[] behind = behind(' ');
      for (int i = 0; i < at.length; i++) {
        at[i] |= behind[i];
      }
      close();
    } while (!Arrays.equals(before, at));
  }

  private boolean[] behind(char c) {
    boolean[] next = new boolean[at.length];
    for (int i = 0; i < template.length(); i++) {
      if (at[i] && template.charAt(i) == HOLE) {
        next[i] = true;
      } else if (at[i] && template.charAt(i) == c) {
        next[i + 1] = true;
      }
    }
    return next;
  }

  /** An argument may be empty. */
  private void close() {
    for (int i = 0; i < template.length(); i++) {
      at[i + 1] |= at[i] && template.charAt(i) == HOLE;
    }
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
