package dev.mendgate.gateway.pattern.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A user's regular expression, which runs on texts that the user does not know: each line has a
 * budget of steps, and a line that uses it up is masked as a whole.
 */
final class OwnPattern {
  private static final int STEPS_PER_CHARACTER = 200;
  private static final int LEAST_STEPS = 20_000;

  private final Pattern pattern;

  /**
   * Compiles it.
   *
   * @throws IllegalArgumentException if it is not a regular expression, or matches nothing at all
   */
  OwnPattern(String regex) {
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is not a regular expression: %s".formatted(regex, e.getDescription()), e);
    }
    if (pattern.matcher("").matches()) {
      throw new IllegalArgumentException(
          "'%s' matches the empty text, so would mask nothing or all".formatted(regex));
    }
  }

  /** Returns the text with wildcards for what is matched on each of its lines. */
  String mask(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int from = 0; from <= text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      out.append(maskLine(text.substring(from, end))).append(end < text.length() ? "\n" : "");
      from = end + 1;
    }
    return out.toString();
  }

  private String maskLine(String line) {
    try {
      Matcher matcher =
          pattern.matcher(new Budgeted(line, LEAST_STEPS + STEPS_PER_CHARACTER * line.length()));
      StringBuilder out = new StringBuilder(line.length());
      int done = 0;
      while (matcher.find()) {
        int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
        if (matcher.end(group) > matcher.start(group)) {
          out.append(line, done, matcher.start(group)).append(SecretMask.WILDCARD);
          done = matcher.end(group);
        }
      }
      return out.append(line, done, line.length()).toString();
    } catch (BudgetException | StackOverflowError e) {
      return SecretMask.WILDCARD;
    }
  }

  /** Says that a line took too many steps. */
  private static final class BudgetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BudgetException() {
      super("out of steps", null, false, false);
    }
  }

  /** Counts how often a matcher looks at a character: that is what backtracking does. */
  private static final class Budgeted implements CharSequence {
    private final String text;
    private long left;

    Budgeted(String text, long steps) {
      this.text = text;
      this.left = steps;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new BudgetException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
