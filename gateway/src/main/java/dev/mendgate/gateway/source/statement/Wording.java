package dev.mendgate.gateway.source.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fixed text of a template, and the statements that share it. A message fits if there are
 * arguments with which the template, its white space collapsed, is the message: an argument may be
 * empty, and takes any characters.
 */
final class Wording {
  private final String[] literals;
  private final String start;
  private final String end;
  private final List<Statement> statements;
  private final Specificity specificity;
  private final boolean[] tests;

  /** Safe without a lock: any thread would set an equal one, and it is immutable. */
  private @Nullable StatementMatch unaided;

  /**
   * @param literals texts around the arguments, as {@link Whitespace#collapse(List)} returns them
   * @param statements those whose template this is, at least one
   */
  Wording(List<String> literals, List<Statement> statements) {
    this.literals = literals.toArray(String[]::new);
    this.start = Whitespace.withoutLast(literals.get(0));
    this.end = Whitespace.withoutFirst(literals.get(literals.size() - 1));
    this.statements = List.copyOf(statements);
    this.tests = new boolean[statements.size()];
    for (int i = 0; i < tests.length; i++) {
      tests[i] = statements.get(i).isTest();
    }
    this.specificity = Specificity.of(literals);
  }

  List<Statement> statements() {
    return statements;
  }

  /** Returns whether a statement, by its place in {@link #statements()}, is a test's. */
  boolean isTest(int statement) {
    return tests[statement];
  }

  /** Returns the match where no other wording fits and nothing but the text is known. */
  StatementMatch unaided() {
    StatementMatch known = unaided;
    if (known == null) {
      known = Ranking.UNAIDED.of(List.of(this));
      unaided = known;
    }
    return known;
  }

  Specificity specificity() {
    return specificity;
  }

  /** Returns the words that no argument can add to. */
  Set<String> wholeWords() {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < literals.length; i++) {
      for (Words.Word word : Words.of(literals[i])) {
        boolean openStart = i > 0 && word.start() == 0;
        boolean openEnd = i < literals.length - 1 && word.end() == literals[i].length();
        if (!openStart && !openEnd) {
          words.add(word.text());
        }
      }
    }
    return words;
  }

  /** Returns whether there are no arguments. */
  boolean isConstant() {
    return literals.length == 1;
  }

  /** Returns the text that the message starts with; empty where an argument comes first. */
  String start() {
    return start;
  }

  /** Returns the text that the message ends with; empty where an argument comes last. */
  String end() {
    return end;
  }

  /**
   * Returns whether the message fits, in time linear in its length. The leftmost place of each
   * literal leaves the most to the next ones, so that no other has to be tried.
   *
   * @param text message as {@link Whitespace#collapse(String)} returns it
   */
  boolean fits(String text) {
    if (isConstant()) {
      return text.equals(start);
    }
    int last = literals.length - 1;
    int from = start.length();
    int to = text.length() - end.length();
    if (to < from || !text.startsWith(start) || !text.endsWith(end)) {
      return false;
    }
    boolean apart =
        (!endsInSpace(literals[0]) || isEndOfWord(text, from))
            && (!startsInSpace(literals[last]) || to == 0 || text.charAt(to - 1) == ' ');
    for (int i = 1; i < last && apart && from <= to; i++) {
      from = endOf(literals[i], text, from);
    }
    return apart && from <= to;
  }

  /**
   * Returns where the leftmost place of the literal at or behind {@code from} ends, its last space
   * apart, which the next literal may share; behind the text if there is none. A message loses the
   * spaces at its ends, and the literal then does without.
   */
  private static int endOf(String literal, String text, int from) {
    if (literal.equals(" ")) {
      int space = from == 0 ? 0 : text.indexOf(' ', from);
      return space < 0 ? text.length() : space;
    }
    int before = startsInSpace(literal) ? 1 : 0;
    int after = endsInSpace(literal) ? 1 : 0;
    int core = literal.length() - before - after;
    boolean atStart = before == 1 && from == 0 && text.regionMatches(0, literal, 1, core);
    if (atStart && (after == 0 || isEndOfWord(text, core))) {
      return core;
    }
    int at = TextSearch.indexOf(literal, text, from);
    if (at >= 0) {
      return at + before + core;
    }
    int late = text.length() - before - core;
    boolean atEnd =
        after == 1 && late >= from && text.regionMatches(late, literal, 0, before + core);
    return atEnd ? text.length() : text.length() + 1;
  }

  private static boolean startsInSpace(String literal) {
    return !literal.isEmpty() && literal.charAt(0) == ' ';
  }

  private static boolean endsInSpace(String literal) {
    return !literal.isEmpty() && literal.charAt(literal.length() - 1) == ' ';
  }

  /** A message loses the space at its end. */
  private static boolean isEndOfWord(String text, int at) {
    return at == text.length() || text.charAt(at) == ' ';
  }
}
