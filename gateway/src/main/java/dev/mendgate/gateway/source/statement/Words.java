package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into words: runs of letters and digits. */
final class Words {
  /** A word and where it stands. */
  record Word(String text, int start, int end) {
    int length() {
      return end - start;
    }

    boolean hasLetter() {
      return text.codePoints().anyMatch(Character::isLetter);
    }
  }

  private Words() {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && isPart(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(new Word(text.substring(start, i), start, i));
        start = -1;
      }
    }
    return words;
  }

  /** Returns how many words there are of two letters or more, and of nothing but letters. */
  static int countPlain(String text) {
    int count = 0;
    int start = -1;
    boolean plain = true;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && isPart(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
        plain = true;
      }
      if (inWord) {
        plain &= isLetter(text.charAt(i));
      } else if (start >= 0) {
        count += plain && i - start >= 2 ? 1 : 0;
        start = -1;
      }
    }
    return count;
  }

  /** Characters beyond the basic plane are taken for letters. */
  private static boolean isLetter(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c);
  }

  static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_';
  }
}
