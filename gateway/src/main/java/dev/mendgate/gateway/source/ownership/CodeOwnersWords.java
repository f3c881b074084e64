package dev.mendgate.gateway.source.ownership;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a CODEOWNERS file, taken apart at its blanks.
 *
 * @param pattern the first word, in which a backslash makes a blank part of it
 * @param owners the words behind it
 */
record CodeOwnersWords(String pattern, List<String> owners) {
  private static final Pattern MENTION = Pattern.compile("@@?[\\w][\\w.-]*(/[\\w][\\w.-]*)*");
  private static final Pattern MAIL = Pattern.compile("[\\w.%+'-]+@[\\w-]+(\\.[\\w-]+)+");

  /** Takes a line apart that is not blank. */
  static CodeOwnersWords of(String line) {
    int end = 0;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    int cut = Math.min(end, line.length());
    return new CodeOwnersWords(line.substring(0, cut), words(line.substring(cut)));
  }

  /** Returns the words of a text. */
  static List<String> words(String text) {
    return Arrays.stream(text.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Says whether a word names an owner: {@code @user}, {@code @group/team} or a mail address. */
  static boolean isOwner(String word) {
    return MENTION.matcher(word).matches() || MAIL.matcher(word).matches();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
