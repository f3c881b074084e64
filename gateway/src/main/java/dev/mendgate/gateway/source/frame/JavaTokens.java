package dev.mendgate.gateway.source.frame;

/** Splits Java text into names and single characters, without comments, strings and spaces. */
final class JavaTokens {
  private final String text;
  private int at;

  JavaTokens(String text) {
    this.text = text;
  }

  /** Returns the next token; empty at the end. */
  String next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isJavaIdentifierStart(c)) {
        return name();
      }
      if (text.startsWith("//", at)) {
        skipTo("\n", at);
      } else if (text.startsWith("/*", at)) {
        skipTo("*/", at + 2);
      } else if (text.startsWith("\"\"\"", at)) {
        skipQuoted("\"\"\"");
      } else if (c == '"' || c == '\'') {
        skipQuoted(String.valueOf(c));
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else {
        at++;
        return String.valueOf(c);
      }
    }
    return "";
  }

  private String name() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skipTo(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipQuoted(String quote) {
    at += quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      boolean broken = quote.length() == 1 && text.charAt(at) == '\n';
      if (broken) {
        return;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + quote.length());
  }
}
