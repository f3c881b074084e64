package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the matcher is compared with: templates in a hash table by their rarest whole word, those
 * that share a word of the message tried in turn, literal after literal.
 */
final class RarestWords {
  private final Map<String, List<Statement>> byWord = new HashMap<>();
  private final List<Statement> others = new ArrayList<>();

  RarestWords(List<Statement> statements) {
    Map<String, Integer> counts = new HashMap<>();
    statements.forEach(s -> wholeWords(s).forEach(word -> counts.merge(word, 1, Integer::sum)));
    for (Statement statement : statements) {
      String rarest = null;
      for (String word : wholeWords(statement)) {
        rarest = rarest == null || counts.get(word) < counts.get(rarest) ? word : rarest;
      }
      (rarest == null ? others : byWord.computeIfAbsent(rarest, w -> new ArrayList<>())).add(statement);
    }
  }

  List<Statement> matching(String message) {
    String text = Whitespace.collapse(message);
    List<Statement> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Words.Word word : Words.of(text)) {
      if (seen.add(word.text())) {
        add(byWord.getOrDefault(word.text(), List.of()), text, found);
      }
    }
    add(others, text, found);
    return found;
  }

  private static void add(List<Statement> candidates, String text, List<Statement> found) {
    for (Statement candidate : candidates) {
      if (fits(candidate.literals(), text)) {
        found.add(candidate);
      }
    }
  }

  private static boolean fits(List<String> literals, String text) {
    String first = literals.get(0).strip();
    String last = literals.get(literals.size() - 1).strip();
    if (literals.size() == 1) {
      return text.equals(first);
    }
    int at = first.length();
    int end = text.length() - last.length();
    if (end < at || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    for (String literal : literals.subList(1, literals.size() - 1)) {
      String core = literal.strip();
      int next = text.indexOf(core, at);
      at = next + core.length();
      if (next < 0 || at > end) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> wholeWords(Statement statement) {
    Set<String> words = new HashSet<>();
    List<String> literals = statement.literals();
    for (int i = 0; i < literals.size(); i++) {
      for (Words.Word word : Words.of(literals.get(i))) {
        boolean open =
            (i > 0 && word.start() == 0)
                || (i < literals.size() - 1 && word.end() == literals.get(i).length());
        if (!open && word.length() > 1 && word.hasLetter()) {
          words.add(word.text());
        }
      }
    }
    return words;
  }
}
