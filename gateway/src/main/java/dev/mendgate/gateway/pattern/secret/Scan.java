package dev.mendgate.gateway.pattern.secret;

/** One text on its way through the detectors, and what they must not look for twice. */
final class Scan {
  final String text;

  /** What stands before is dealt with. */
  int done;

  /** First character of what a detector found. */
  int from;

  /** End of what a detector found. */
  int to;

  /** End of the part that no web token begins in. */
  int noWebToken;

  private boolean noDoubleQuote;
  private boolean noSingleQuote;

  Scan(String text) {
    this.text = text;
  }

  boolean found(int first, int end) {
    from = first;
    to = end;
    return first < end;
  }

  /** Returns where the string literal ends that opens here, or -1. */
  int closingQuote(int open) {
    char quote = text.charAt(open);
    if (quote == '"' ? noDoubleQuote : noSingleQuote) {
      return -1;
    }
    boolean escaped = open > 0 && text.charAt(open - 1) == '\\';
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return escaped && text.charAt(i - 1) == '\\' ? i - 1 : i;
      }
      i += c == '\\' && !escaped ? 1 : 0;
    }
    noDoubleQuote |= quote == '"';
    noSingleQuote |= quote == '\'';
    return -1;
  }

  /** Returns where the line ends that this stands on. */
  int lineEnd(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
