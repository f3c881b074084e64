package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the wordings that fit a message. Each is filed once, under the rarest of: the text it
 * starts with, the text it ends with, a whole word in between. A message is looked up under its
 * start, its end and its words; only what is filed there is compared with it. Immutable: safe for
 * concurrent use.
 */
final class MessageMatcher {
  private static final Wording[] NONE = {};
  private static final int NEVER = Integer.MAX_VALUE;

  private final LiteralTrie starts;
  private final LiteralTrie ends;
  private final KeyWords words;
  private final Wording[] others;

  MessageMatcher(List<Statement> statements) {
    List<Wording> wordings = wordings(statements);
    Filing filing = new Filing(wordings);
    wordings.forEach(filing::file);
    starts = new LiteralTrie(filing.byStart, false);
    ends = new LiteralTrie(filing.byEnd, true);
    words = new KeyWords(filing.byWord);
    others = filing.others.toArray(NONE);
  }

  private static List<Wording> wordings(List<Statement> statements) {
    Map<List<String>, List<Statement>> same = new LinkedHashMap<>();
    for (Statement statement : statements) {
      same.computeIfAbsent(statement.literals(), l -> new ArrayList<>(1)).add(statement);
    }
    List<Wording> wordings = new ArrayList<>(same.size());
    same.forEach((literals, writing) -> wordings.add(new Wording(literals, writing)));
    return wordings;
  }

  /**
   * Adds those that fit.
   *
   * @param text message as {@link Whitespace#collapse(String)} returns it
   */
  void find(String text, Fitting fitting) {
    walk(starts, text, fitting);
    walk(ends, text, fitting);
    if (words.size() > 0) {
      lookUpWords(text, fitting);
    }
    fitting.addFitting(others, text);
  }

  private static void walk(LiteralTrie trie, String text, Fitting fitting) {
    for (int node = LiteralTrie.ROOT; node >= 0; node = trie.next(node, text)) {
      fitting.addFitting(trie.at(node), text);
    }
  }

  private void lookUpWords(String text, Fitting fitting) {
    int start = -1;
    int hash = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Words.isPart(c)) {
        hash = start < 0 ? c : 31 * hash + c;
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        int word = words.number(text, start, i, hash);
        if (word >= 0 && fitting.isNew(word)) {
          fitting.addFitting(words.at(word), text);
        }
        start = -1;
      }
    }
  }

  /** Counts how many wordings share a start, an end or a word, and files each under the rarest. */
  private static final class Filing {
    final Map<String, List<Wording>> byStart = new HashMap<>();
    final Map<String, List<Wording>> byEnd = new HashMap<>();
    final Map<String, List<Wording>> byWord = new HashMap<>();
    final List<Wording> others = new ArrayList<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();

    Filing(List<Wording> wordings) {
      for (Wording wording : wordings) {
        starts.merge(wording.start(), 1, Integer::sum);
        ends.merge(wording.end(), 1, Integer::sum);
        wording.wholeWords().forEach(word -> words.merge(word, 1, Integer::sum));
      }
    }

    void file(Wording wording) {
      int start = count(starts, wording.start());
      int end = count(ends, wording.end());
      String rarest = "";
      for (String word : wording.wholeWords()) {
        rarest = count(words, word) < count(words, rarest) ? word : rarest;
      }
      int word = count(words, rarest);
      if (start == NEVER && end == NEVER && word == NEVER) {
        others.add(wording);
      } else if (wording.isConstant() || (start <= end && start <= word)) {
        byStart.computeIfAbsent(wording.start(), k -> new ArrayList<>(1)).add(wording);
      } else if (end <= word) {
        byEnd.computeIfAbsent(wording.end(), k -> new ArrayList<>(1)).add(wording);
      } else {
        byWord.computeIfAbsent(rarest, k -> new ArrayList<>(1)).add(wording);
      }
    }

    private static int count(Map<String, Integer> counts, String key) {
      return key.isEmpty() ? NEVER : counts.getOrDefault(key, NEVER);
    }
  }
}
