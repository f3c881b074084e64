package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the wordings that fit a message. Each is filed once: under the text it starts with, else
 * the text it ends with, where few others share it; else under its rarest four characters in a row.
 * A message is looked up under its start, its end and all its characters; only what is filed there
 * is compared with it. Immutable: safe for concurrent use.
 */
final class MessageMatcher {
  private final LiteralTrie starts;
  private final LiteralTrie ends;
  private final KeyGrams grams;
  private final Wording[] others;

  MessageMatcher(List<Statement> statements) {
    Filing filing = new Filing(wordings(statements));
    starts = new LiteralTrie(filing.byStart(), false);
    ends = new LiteralTrie(filing.byEnd(), true);
    grams = new KeyGrams(filing.byGram());
    others = filing.others().toArray(Wording[]::new);
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
    for (int node = LiteralTrie.ROOT; node >= 0; node = starts.next(node, text)) {
      fitting.addFittingFromStart(starts.at(node), text);
    }
    for (int node = LiteralTrie.ROOT; node >= 0; node = ends.next(node, text)) {
      fitting.addFitting(ends.at(node), text);
    }
    if (!grams.isEmpty()) {
      lookUpGrams(text, fitting);
    }
    fitting.addFitting(others, text);
  }

  private void lookUpGrams(String text, Fitting fitting) {
    long gram = 0;
    for (int i = 0; i < text.length(); i++) {
      gram = KeyGrams.next(gram, text.charAt(i));
      int number = i + 1 < KeyGrams.LENGTH ? -1 : grams.number(gram);
      if (number >= 0 && fitting.isNew(number)) {
        fitting.addFitting(grams.at(number), text);
      }
    }
  }
}
