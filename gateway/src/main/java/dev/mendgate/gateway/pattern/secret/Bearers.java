package dev.mendgate.gateway.pattern.secret;

import dev.mendgate.gateway.pattern.secret.SecretNames.Strength;

/** Finds {@code Bearer x}, {@code Basic x}, and what looks made up behind a word like "token". */
final class Bearers implements Detector {
  private final SecretNames names;

  Bearers(SecretNames names) {
    this.names = names;
  }

  @Override
  public String triggers() {
    return " ";
  }

  @Override
  public boolean follows(char second, char first) {
    return names.mayEnd(second, first) || (first | 0x20) == 'r' || (first | 0x20) == 'c';
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = Letters.skipBlanks(text, at);
    if (isScheme(text, at)) {
      int end = end(text, from);
      return Values.isCredentials(text, from, end) && scan.found(from, end);
    }
    if (from >= text.length()
        || !Letters.isAlphanumeric(text.charAt(from))
        || names.before(text, at) == Strength.NONE) {
      return false;
    }
    int end = from;
    while (end < text.length()
        && (Letters.isToken(text.charAt(end)) || "+/=".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return Values.isOpaque(text, from, end) && scan.found(from, end);
  }

  private static boolean isScheme(String text, int at) {
    char last = at == 0 ? 0 : (char) (text.charAt(at - 1) | 0x20);
    return (last == 'r' && is("bearer", text, at)) || (last == 'c' && is("basic", text, at));
  }

  private static boolean is(String scheme, String text, int end) {
    int start = end - scheme.length();
    return start >= 0
        && text.regionMatches(true, start, scheme, 0, scheme.length())
        && Letters.startsWord(text, start);
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length()
        && !Letters.isSpace(text.charAt(end))
        && ",;)]}\"'\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
