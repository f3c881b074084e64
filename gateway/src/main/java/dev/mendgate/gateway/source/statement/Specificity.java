package dev.mendgate.gateway.source.statement;

/**
 * How much of a message a template fixes.
 *
 * @param order greater is more specific: more characters other than white space; then more ends of
 *     the message that are fixed; then fewer arguments
 * @param words words of at least two characters, one of them a letter
 * @param letters characters of these words
 * @param longest characters of the longest of them
 */
record Specificity(int order, int words, int letters, int longest) {
  private static final int LEAST_WORD = 2;
  private static final int MAX_CHARACTERS = (1 << 20) - 1;
  private static final int MAX_ARGUMENTS = (1 << 9) - 1;
  private static final int LEAST_TEXT = 3;
  private static final int TELLING_WORDS = 3;
  private static final int TELLING_LETTERS = 12;

  static Specificity of(String[] literals) {
    int characters = 0;
    int words = 0;
    int letters = 0;
    int longest = 0;
    for (String literal : literals) {
      characters += (int) literal.chars().filter(c -> c != ' ').count();
      for (Words.Word word : Words.of(literal)) {
        if (word.length() >= LEAST_WORD && word.hasLetter()) {
          words++;
          letters += word.length();
          longest = Math.max(longest, word.length());
        }
      }
    }
    return new Specificity(order(literals, characters), words, letters, longest);
  }

  private static int order(String[] literals, int characters) {
    int last = literals.length - 1;
    int ends = (literals[0].isEmpty() ? 0 : 1) + (literals[last].isEmpty() ? 0 : 1);
    int fixed = Math.min(characters, MAX_CHARACTERS) << 2 | ends;
    return fixed << 9 | (MAX_ARGUMENTS - Math.min(last, MAX_ARGUMENTS));
  }

  /**
   * Returns whether the words alone tell the statement: other programs, and other classes, are
   * unlikely to use the same ones. At least three of them, or twelve letters.
   */
  boolean isTelling() {
    return words >= TELLING_WORDS || letters >= TELLING_LETTERS;
  }

  /**
   * Returns whether there is a word, and the rest of the message looks like values: one plain word
   * at most. More of them are likely to be another template's.
   *
   * @param plainWords plain words of the message, see {@link Words#countPlain}
   */
  boolean leavesValues(int plainWords) {
    return longest >= LEAST_TEXT && plainWords - words <= 1;
  }

  /** Returns whether there is twice as much as {@link #isTelling()} asks for. */
  boolean isUnmistakable() {
    return words >= 2 * TELLING_WORDS || letters >= 2 * TELLING_LETTERS;
  }
}
