package dev.mendgate.gateway.source.statement;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
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
  private final boolean[] tests;

  // Worked out when first needed; without a lock, for any thread sets equal, immutable ones.
  private @Nullable Specificity specificity;
  private @Nullable StatementMatch alone;

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
  }

  List<Statement> statements() {
    return statements;
  }

  /** Returns whether a statement, by its place in {@link #statements()}, is a test's. */
  boolean isTest(int statement) {
    return tests[statement];
  }

  /**
   * Returns the match where no other wording fits, if these clues cannot change it: there are none
   * and the text is telling, or there is one statement and they agree with it. Else null.
   */
  @Nullable StatementMatch alone(Clues clues, Function<Wording, StatementMatch> ranking) {
    boolean sure =
        clues.equals(Clues.NONE)
            ? specificity().isTelling()
            : statements.size() == 1 && clues.agreeWith(statements.get(0));
    if (!sure) {
      return null;
    }
    StatementMatch known = alone;
    if (known == null) {
      boolean single = statements.size() == 1;
      known = single ? new StatementMatch(statements, List.of()) : ranking.apply(this);
      alone = known;
    }
    return known;
  }

  Specificity specificity() {
    Specificity known = specificity;
    if (known == null) {
      known = Specificity.of(literals);
      specificity = known;
    }
    return known;
  }

  /** Hands over the grams that every message has that fits. */
  void forEachGram(LongConsumer grams) {
    for (String literal : literals) {
      // The spaces around an argument may be the message's ends, which has none there.
      String core = Whitespace.withoutFirst(Whitespace.withoutLast(literal));
      long gram = 0;
      for (int i = 0; i < core.length(); i++) {
        gram = KeyGrams.next(gram, core.charAt(i));
        if (i + 1 >= KeyGrams.LENGTH) {
          grams.accept(gram);
        }
      }
    }
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
    return text.startsWith(start) && fitsFromStart(text);
  }

  /** As {@link #fits(String)}, for a message that is known to start as the template does. */
  boolean fitsFromStart(String text) {
    if (isConstant()) {
      return text.length() == start.length();
    }
    int last = literals.length - 1;
    int from = start.length();
    int to = text.length() - end.length();
    boolean apart =
        from <= to
            && text.endsWith(end)
            && (!endsInSpace(literals[0]) || isEndOfWord(text, from))
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
