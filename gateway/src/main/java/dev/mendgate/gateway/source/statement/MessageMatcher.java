package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the statements that may have written a message: by the rarest whole word of each template,
 * then by its literals from left to right.
 */
final class MessageMatcher {
  private static final int MAX_MESSAGE = 16_384;
  private static final int LEAST_WORD = 2;

  /**
   * A statement and its literals without the white space around arguments, which a message loses
   * where an argument is empty.
   */
  private record Entry(Statement statement, List<String> cores) {
    static Entry of(Statement statement) {
      return new Entry(statement, statement.literals().stream().map(String::strip).toList());
    }
  }

  private final Map<String, List<Entry>> byRarestWord = new HashMap<>();
  private final List<Entry> withoutWholeWord = new ArrayList<>();

  MessageMatcher(List<Statement> statements) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (Statement statement : statements) {
      wholeWords(statement).forEach(word -> frequencies.merge(word, 1, Integer::sum));
    }
    for (Statement statement : statements) {
      String rarest = null;
      for (String word : wholeWords(statement)) {
        int count = frequencies.getOrDefault(word, 0);
        if (rarest == null || count < frequencies.getOrDefault(rarest, 0)) {
          rarest = word;
        }
      }
      if (rarest != null) {
        byRarestWord.computeIfAbsent(rarest, w -> new ArrayList<>()).add(Entry.of(statement));
      } else if (hasWord(statement)) {
        withoutWholeWord.add(Entry.of(statement));
      }
    }
  }

  /** Returns the statements whose template fits the message, in no order. */
  List<Statement> matching(String message) {
    String limited = message.substring(0, Math.min(message.length(), MAX_MESSAGE));
    String text = Whitespace.collapse(limited);
    List<Statement> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Words.of(text)
        .forEach(
            word -> {
              if (seen.add(word.text())) {
                addMatching(byRarestWord.getOrDefault(word.text(), List.of()), text, found);
              }
            });
    addMatching(withoutWholeWord, text, found);
    return found;
  }

  private static void addMatching(List<Entry> entries, String text, List<Statement> found) {
    for (Entry entry : entries) {
      if (matches(entry.cores, text)) {
        found.add(entry.statement);
      }
    }
  }

  /** Returns whether the texts follow each other, from the start of the message to its end. */
  private static boolean matches(List<String> cores, String text) {
    String first = cores.get(0);
    if (cores.size() == 1) {
      return text.equals(first);
    }
    String last = cores.get(cores.size() - 1);
    int at = first.length();
    int end = text.length() - last.length();
    if (end < at || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    for (int i = 1; i < cores.size() - 1; i++) {
      int next = text.indexOf(cores.get(i), at);
      at = next + cores.get(i).length();
      if (next < 0 || at > end) {
        return false;
      }
    }
    return true;
  }

  /** Returns the words that no argument can add to. */
  private static Set<String> wholeWords(Statement statement) {
    Set<String> words = new HashSet<>();
    List<String> literals = statement.literals();
    for (int i = 0; i < literals.size(); i++) {
      String literal = literals.get(i);
      boolean openStart = i > 0;
      boolean openEnd = i < literals.size() - 1;
      for (Words.Word word : Words.of(literal)) {
        boolean whole =
            (!openStart || word.start() > 0) && (!openEnd || word.end() < literal.length());
        if (whole && word.text().length() >= LEAST_WORD && word.hasLetter()) {
          words.add(word.text());
        }
      }
    }
    return words;
  }

  private static boolean hasWord(Statement statement) {
    return statement.literals().stream()
        .flatMap(literal -> Words.of(literal).stream())
        .anyMatch(word -> word.text().length() > LEAST_WORD && word.hasLetter());
  }
}
