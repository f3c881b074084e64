package dev.mendgate.gateway.pattern.mining;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line's tokens with what is variable as wildcards: the stuff that templates are made of. */
final class Form {
  static final String WILDCARD = "<*>";

  /** Has a letter or digit. */
  static final int WORD = 1;

  static final int MASK = 2;
  static final int DELIMITER = 4;

  /**
   * Looks like a value: a name with digits or dots, a unit, what follows {@code =} or is quoted.
   */
  static final int VALUE = 8;

  static final int DOTTED = 16;
  static final int PARTICIPLE = 32;
  static final int UNIT = 64;

  private static final String DELIMITERS = " ,;:=()[]{}<>\"'`|";

  final String[] words;
  final long[] hash;
  final int[] flags;

  private Form(String[] words, long[] hash) {
    this.words = words;
    this.hash = hash;
    this.flags = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      flags[i] = WordShape.of(words[i]);
    }
    for (int i = 0; i < words.length; i++) {
      flags[i] |= (flags[i] & WORD) != 0 && looksLikeValue(i) ? VALUE : 0;
    }
  }

  static Form of(String[] words, long[] hash) {
    return new Form(words, hash);
  }

  private boolean looksLikeValue(int i) {
    if (WordShape.isName(words[i]) || (i > 0 && is(i - 1, '='))) {
      return true;
    }
    boolean quoted = i > 0 && i + 1 < size() && isQuote(i - 1) && words[i - 1].equals(words[i + 1]);
    return quoted || (is(i, UNIT) && i > 1 && isSpace(i - 1) && is(i - 2, MASK));
  }

  int size() {
    return words.length;
  }

  boolean is(int token, int flag) {
    return (flags[token] & flag) != 0;
  }

  boolean is(int token, char delimiter) {
    return words[token].length() == 1 && words[token].charAt(0) == delimiter;
  }

  boolean isSpace(int token) {
    return hash[token] == Line.SPACE_HASH;
  }

  boolean isQuote(int token) {
    return words[token].length() == 1 && "\"'`".indexOf(words[token].charAt(0)) >= 0;
  }

  static boolean isDelimiter(String word) {
    return word.length() == 1 && DELIMITERS.indexOf(word.charAt(0)) >= 0;
  }

  /** Returns a hash of all tokens. */
  long identity() {
    long running = Hashing.START;
    for (long token : hash) {
      running = Hashing.add(running, token);
    }
    return Hashing.finish(running);
  }

  String text() {
    return String.join("", words);
  }

  /** Returns the form with a wildcard for each span; spans are in order and do not overlap. */
  Form generalise(List<Span> spans) {
    List<String> newWords = new ArrayList<>();
    List<Long> newHash = new ArrayList<>();
    int at = 0;
    for (Span span : spans) {
      copy(at, span.from(), newWords, newHash);
      addMask(newWords, newHash);
      at = span.to();
    }
    copy(at, size(), newWords, newHash);
    return new Form(
        newWords.toArray(String[]::new), newHash.stream().mapToLong(Long::longValue).toArray());
  }

  /** Returns the form with wildcards where the other differs; null where delimiters differ. */
  @Nullable Form join(Form other) {
    if (other.size() != size()) {
      return null;
    }
    List<Span> differing = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (hash[i] != other.hash[i]) {
        if (!is(i, WORD | MASK) || !other.is(i, WORD | MASK)) {
          return null;
        }
        differing.add(new Span(i, i + 1, true));
      }
    }
    return generalise(differing);
  }

  private void copy(int from, int to, List<String> newWords, List<Long> newHash) {
    for (int i = from; i < to; i++) {
      if (is(i, MASK)) {
        addMask(newWords, newHash);
      } else {
        newWords.add(words[i]);
        newHash.add(hash[i]);
      }
    }
  }

  /** Adds a wildcard, unless one is there with nothing but joiners behind it. */
  private static void addMask(List<String> newWords, List<Long> newHash) {
    int last = newWords.size() - 1;
    while (last >= 0 && newWords.get(last).length() == 1 && " ,:;".contains(newWords.get(last))) {
      last--;
    }
    if (last >= 0 && newHash.get(last) == Line.MASK_HASH) {
      newWords.subList(last + 1, newWords.size()).clear();
      newHash.subList(last + 1, newHash.size()).clear();
      return;
    }
    newWords.add(WILDCARD);
    newHash.add(Line.MASK_HASH);
  }
}
