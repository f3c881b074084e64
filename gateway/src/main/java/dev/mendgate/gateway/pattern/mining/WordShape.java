package dev.mendgate.gateway.pattern.mining;

/** What a word's letters tell about it. */
final class WordShape {
  private WordShape() {}

  /** Returns the flags of {@link Form} that do not depend on the neighbours. */
  static int of(String word) {
    if (word.equals(Form.WILDCARD)) {
      return Form.MASK;
    }
    if (Form.isDelimiter(word)) {
      return Form.DELIMITER;
    }
    if (word.chars().noneMatch(Character::isLetterOrDigit)) {
      return 0;
    }
    return Form.WORD
        | (isDotted(word) ? Form.DOTTED : 0)
        | (isParticiple(word) ? Form.PARTICIPLE : 0)
        | (Units.isUnit(Hashing.of(word)) ? Form.UNIT : 0);
  }

  /** Returns whether programs and machines are named so, and not parts of a sentence. */
  static boolean isName(String word) {
    return isDotted(word) || word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns whether single dots join parts of a name. */
  private static boolean isDotted(String word) {
    boolean joins = word.indexOf('.') > 0 && !word.endsWith(".");
    return joins && !word.contains("..");
  }

  /** Returns whether the word tells what happened: such words tell events apart. */
  private static boolean isParticiple(String word) {
    boolean ends =
        word.endsWith("ed") || word.endsWith("ing") || word.endsWith("ED") || word.endsWith("ING");
    return ends
        && word.length() >= (word.charAt(word.length() - 1) == 'd' ? 4 : 5)
        && word.chars().allMatch(c -> Characters.isAsciiLetter((char) c));
  }
}
