package dev.mendgate.gateway.source.statement.scan;

import java.util.Optional;

/**
 * Takes out of a source what costs a parser time and says nothing: comments, and white space other
 * than line ends. Every token stays in its line.
 */
final class Skim {
  /** Longer sources are not read: a syntax tree takes some hundred times the memory. */
  static final int MAX_LENGTH = 3 << 20;

  /** Deeper brackets are not read: parsers look far ahead inside brackets, again and again. */
  static final int MAX_DEPTH = 120;

  private final String text;
  private final StringBuilder out;
  private int at;
  private int depth;
  private boolean blank = true;

  private Skim(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** Returns what is left; empty where it is too much or too deep. */
  static Optional<String> of(String text) {
    Skim skim = new Skim(text);
    return skim.run() ? Optional.of(skim.out.toString()) : Optional.empty();
  }

  private boolean run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/' && isAt("//", at)) {
        at = lineEnd();
      } else if (c == '/' && isAt("/*", at)) {
        comment();
      } else if (c == '"' || c == '\'') {
        literal(c);
      } else if (c == ' ' || c == '\t' || c == '\f') {
        space();
        at++;
      } else {
        token(c);
      }
      if (depth > MAX_DEPTH || out.length() > MAX_LENGTH) {
        return false;
      }
    }
    return true;
  }

  private void token(char c) {
    depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
    out.append(c);
    blank = c == '\n' || c == '\r';
    at++;
  }

  private void space() {
    if (!blank) {
      out.append(' ');
    }
    blank = true;
  }

  private int lineEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void comment() {
    int close = text.indexOf("*/", at + 2);
    int end = close < 0 ? text.length() : close + 2;
    space();
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        out.append(c);
      }
    }
    at = end;
  }

  private void literal(char quote) {
    boolean block = quote == '"' && isAt("\"\"\"", at);
    int end = at + (block ? 3 : 1);
    while (end < text.length() && !ends(quote, block, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(text.length(), end + (block ? 3 : 1));
    out.append(text, at, end);
    at = end;
    blank = false;
  }

  private boolean ends(char quote, boolean block, int end) {
    if (block) {
      return isAt("\"\"\"", end);
    }
    char c = text.charAt(end);
    return c == quote || c == '\n' || c == '\r';
  }

  private boolean isAt(String expected, int from) {
    return text.startsWith(expected, from);
  }
}
