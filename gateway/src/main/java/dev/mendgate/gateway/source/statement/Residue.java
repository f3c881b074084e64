package dev.mendgate.gateway.source.statement;

/**
 * What stands in front of the message that the statement words: a layout's thread or context, or
 * the prefix that a program gives its loggers, in brackets.
 */
final class Residue {
  private static final int MAX_LENGTH = 512;

  private Residue() {}

  /** Returns where the text behind the first group in brackets starts; 0 where there is none. */
  static int end(String text) {
    if (text.isEmpty() || "[(".indexOf(text.charAt(0)) < 0) {
      return 0;
    }
    int depth = 0;
    for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
      char c = text.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (depth == 0) {
        return behindSeparators(text, i + 1);
      }
    }
    return 0;
  }

  private static int behindSeparators(String text, int from) {
    int at = from;
    while (at < text.length() && " :-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
